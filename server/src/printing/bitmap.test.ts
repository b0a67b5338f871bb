import { describe, expect, it } from 'vitest';
import { type Bitmap, blankBitmap, drawBitmap, fillBox, invertedBitmap, isBlack } from './bitmap.ts';

const pictureOf = (bitmap: Bitmap) =>
  Array.from({ length: bitmap.heightDots }, (_, y) =>
    Array.from({ length: bitmap.widthDots }, (__, x) => (isBlack(bitmap, x, y) ? '#' : '.')).join(''),
  );

describe('bitmaps', () => {
  it('given a box over the edge, then only what is inside is black', () => {
    const bitmap = blankBitmap(10, 3);
    fillBox(bitmap, 7, 1, 9, 9);
    expect(pictureOf(bitmap)).toEqual(['..........', '.......###', '.......###']);
    expect(bitmap.rowBytes).toBe(2);
  });

  it('given a picture drawn over another at any place, then black stays black and nothing leaves the paper', () => {
    const letter = blankBitmap(9, 2);
    fillBox(letter, 0, 0, 1, 2);
    fillBox(letter, 8, 0, 1, 1);
    const paper = blankBitmap(12, 3);
    drawBitmap(paper, letter, 2, 1);
    drawBitmap(paper, letter, -8, 0);
    drawBitmap(paper, letter, 11, 2);
    expect(pictureOf(paper)).toEqual(['#...........', '..#.......#.', '..#........#']);
  });

  it('given an inversion, then white and black change places and the bits beyond the width stay white', () => {
    const bitmap = blankBitmap(3, 1);
    fillBox(bitmap, 1, 0, 1, 1);
    expect(pictureOf(invertedBitmap(bitmap))).toEqual(['#.#']);
    expect(Array.from(invertedBitmap(bitmap).bits)).toEqual([0b1010_0000]);
  });
});
