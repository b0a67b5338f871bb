import { type RefObject, useEffectEvent, useLayoutEffect, useState } from 'react';

/** How much of a part that must not scroll is in sight, and how to see the rest. */
export type FitPages = { readonly page: number; readonly pageCount: number; readonly turn: () => void };

type Block = { readonly topPx: number; readonly bottomPx: number };
type Cut = { readonly fitKey: string; readonly starts: readonly number[]; readonly page: number };
type Options = {
  /** Whatever changes how much fits: a new one has everything measured anew. */
  readonly fitKey: string;
  /** The height that the key to the next page takes, once there is one. */
  readonly keyPx: number;
  readonly onOverflow?: () => void;
};

/**
 * Shows the marked blocks (`data-block`) inside `box` page by page: as many as fit its height at once, the rest on
 * the next page, because text that does not fit must neither scroll nor shrink.
 */
export function useFitPages(box: RefObject<HTMLElement | null>, { fitKey, keyPx, onOverflow }: Options): FitPages {
  const [cut, setCut] = useState<Cut>({ fitKey: '', starts: [0], page: 0 });
  const take = useEffectEvent((measuredFor: string, starts: readonly number[]) => {
    setCut({ fitKey: measuredFor, starts, page: 0 });
    if (starts.length > 1) onOverflow?.();
  });
  useLayoutEffect(() => {
    const shown = box.current;
    if (shown === null) return;
    showAll(shown);
    const observer = new ResizeObserver(() => {
      // Once is enough: what is measured changes with the key, and hiding blocks must not measure itself again.
      observer.disconnect();
      take(fitKey, pageStartsOf(measure(shown), shown.clientHeight, keyPx));
    });
    observer.observe(shown);
    return () => observer.disconnect();
  }, [box, fitKey, keyPx]);
  useLayoutEffect(() => {
    // A cut that was measured for something else would hide what has just been shown to be measured.
    if (box.current !== null && cut.fitKey === fitKey && cut.starts.length > 1) showPage(box.current, cut);
  }, [box, cut, fitKey]);
  const { starts, page } = cut.fitKey === fitKey ? cut : { starts: [0], page: 0 };
  return { page, pageCount: starts.length, turn: () => setCut({ ...cut, page: (page + 1) % starts.length }) };
}

/** The index of the first block of each page; a block that is higher than a page has one for itself. */
export function pageStartsOf(blocks: readonly Block[], heightPx: number, keyPx: number): readonly number[] {
  const lowestPx = Math.max(0, ...blocks.map(({ bottomPx }) => bottomPx));
  // Letters are drawn on fractions of a pixel: one pixel over is not an overflow.
  if (lowestPx <= heightPx + 1) return [0];
  const starts = [0];
  let pageTopPx = blocks[0]?.topPx ?? 0;
  for (const [index, { topPx, bottomPx }] of blocks.entries()) {
    if (bottomPx - pageTopPx <= heightPx - keyPx || index === starts.at(-1)) continue;
    starts.push(index);
    pageTopPx = topPx;
  }
  return starts;
}

function measure(box: HTMLElement): readonly Block[] {
  const boxTopPx = box.getBoundingClientRect().top;
  return blocksOf(box).map((block) => {
    const { top, bottom } = block.getBoundingClientRect();
    return { topPx: top - boxTopPx, bottomPx: bottom - boxTopPx };
  });
}

function showAll(box: HTMLElement): void {
  for (const block of blocksOf(box)) block.style.display = '';
}

function showPage(box: HTMLElement, { starts, page }: Cut): void {
  const first = starts[page] ?? 0;
  const end = starts[page + 1] ?? Number.POSITIVE_INFINITY;
  for (const [index, block] of blocksOf(box).entries()) {
    block.style.display = index >= first && index < end ? '' : 'none';
  }
}

function blocksOf(box: HTMLElement): readonly HTMLElement[] {
  return [...box.querySelectorAll<HTMLElement>('[data-block]')];
}
