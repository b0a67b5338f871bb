import { printFailureReasons, type PrintResult } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { hallPrinter } from '../testing/testDesk.ts';
import { isPaperWarning, type PaperMark, paperMarkOf } from './paperMark.ts';

const paper = (isCopy: boolean, outcome: PrintResult | null) => ({ printerId: hallPrinter.id, isCopy, outcome });

describe("the mark of a ticket's paper", () => {
  it('given no paper was asked for, or the first one came out or is coming, then none', () => {
    expect(paperMarkOf(null)).toBeNull();
    for (const outcome of [null, { result: 'printed' }, { result: 'sentUnconfirmed' }] as const) {
      expect(paperMarkOf(paper(false, outcome))).toBeNull();
    }
  });

  it.each(printFailureReasons)('given the failure %s, then there is no paper, or no copy, with a sign', (reason) => {
    expect(paperMarkOf(paper(false, { result: 'failed', reason }))).toBe('noPaper');
    expect(paperMarkOf(paper(true, { result: 'failed', reason }))).toBe('copyFailed');
  });

  it.each<[PrintResult | null, PaperMark, boolean]>([
    [null, 'copyPrinting', false],
    [{ result: 'printed' }, 'copyPrinted', false],
    [{ result: 'sentUnconfirmed' }, 'copySent', false],
    [{ result: 'unknown' }, 'copyUnsure', true],
  ])('given a copy with the result %j, then %s', (outcome, mark, hasSign) => {
    expect(paperMarkOf(paper(true, outcome))).toBe(mark);
    expect(isPaperWarning(mark)).toBe(hasSign);
  });

  it('given a first paper that was never confirmed, then nobody is sure', () => {
    expect(paperMarkOf(paper(false, { result: 'unknown' }))).toBe('paperUnsure');
    for (const mark of ['noPaper', 'paperUnsure', 'copyFailed'] as const) expect(isPaperWarning(mark)).toBe(true);
  });
});
