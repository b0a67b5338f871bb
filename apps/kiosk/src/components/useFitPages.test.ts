import { describe, expect, it } from 'vitest';
import { pageStartsOf } from './useFitPages.ts';

const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ topPx: index * 100, bottomPx: index * 100 + 90 }));

describe('blocks on pages', () => {
  it('given room for all, then one page', () => {
    expect(pageStartsOf(rows(3), 290, 80)).toEqual([0]);
  });

  it('given less room, then as many a page as fit beside the key', () => {
    expect(pageStartsOf(rows(5), 300, 80)).toEqual([0, 2, 4]);
  });

  it('given a block higher than a page, then it has a page for itself', () => {
    const blocks = [
      { topPx: 0, bottomPx: 90 },
      { topPx: 100, bottomPx: 900 },
      { topPx: 910, bottomPx: 1_000 },
    ];
    expect(pageStartsOf(blocks, 300, 80)).toEqual([0, 1, 2]);
  });

  it('given nothing, then one empty page', () => {
    expect(pageStartsOf([], 100, 80)).toEqual([0]);
  });
});
