import { assert } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { type Bitmap, isBlack } from './bitmap.ts';
import { drawnRow } from './drawnRow.ts';
import { printerProfileOf } from './printerProfiles.ts';
import { platePieces, plateText } from './ticketHand.ts';

const { raster: sizes, widthDots } = printerProfileOf('kiosk80');
assert(sizes !== null, 'this printer can print pictures');

/** Whether a frame of 48 dots stands with its right edge in this column: its middle rows and its middle columns. */
function hasFrame(row: Bitmap, right: number): boolean {
  const sides = [right - 1, right - 48].every((x) => isBlack(row, x, 27));
  const lids = [3, 50].every((y) => isBlack(row, right - 24, y));
  const insides = [right - 6, right - 43].every((x) => !isBlack(row, x, 27));
  return sides && lids && insides;
}

describe('a drawn row', () => {
  it('given two counters, then each label stands in a plate, the last at the right margin', () => {
    const row = drawnRow('Stanowisko', `${plateText('2')} lub ${plateText('3')}`, widthDots, sizes);
    assert(row !== null, 'there is room for both');
    expect([row.widthDots, row.heightDots]).toEqual([576, 54]);
    expect(hasFrame(row, 576)).toBe(true);
    expect(Array.from({ length: 120 }, (_, step) => 500 - step).filter((right) => hasFrame(row, right))).toHaveLength(
      1,
    );
  });

  it('given a value without a counter, then there is no plate', () => {
    const row = drawnRow('Przed Tobą', '3 osoby', widthDots, sizes);
    assert(row !== null, 'there is room for it');
    expect(Array.from({ length: 528 }, (_, step) => 576 - step).some((right) => hasFrame(row, right))).toBe(false);
  });

  it('given more counters than fit beside the label, then there is no such row', () => {
    const many = Array.from({ length: 12 }, (_, index) => plateText(String(index + 1))).join(', ');
    expect(drawnRow('Stanowisko', many, widthDots, sizes)).toBeNull();
  });

  it('given a value, then its pieces are plates and the words between them', () => {
    expect(platePieces(`${plateText('1')}, ${plateText('2')} lub ${plateText('3')}`)).toEqual([
      { text: '1', isPlate: true },
      { text: ', ', isPlate: false },
      { text: '2', isPlate: true },
      { text: ' lub ', isPlate: false },
      { text: '3', isPlate: true },
    ]);
    expect(platePieces('15–25 min')).toEqual([{ text: '15–25 min', isPlate: false }]);
  });
});
