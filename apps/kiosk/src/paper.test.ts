import { idSchemas, type PrintFailureReason, printFailureReasons, type PrintResult } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { isPaperMissing, type MissingPaper, type Paper, paperOf } from './paper.ts';

const jobId = idSchemas.job.parse('01900000-0000-7000-8000-000000000001');
const otherJobId = idSchemas.job.parse('01900000-0000-7000-8000-000000000002');
const printerId = idSchemas.printer.parse('kiosk-printer');
const settled = (outcome: PrintResult) => [{ jobId, printerId, outcome }];

const whyByReason: Readonly<Record<PrintFailureReason, MissingPaper>> = {
  paperOut: 'paperOut',
  coverOpen: 'notPrinted',
  offline: 'notPrinted',
  unreachable: 'notPrinted',
  connectionLost: 'notPrinted',
  fault: 'notPrinted',
  expired: 'notPrinted',
};

describe('what is said about the paper', () => {
  it('given a printed ticket, then it can be taken', () => {
    expect(paperOf(jobId, settled({ result: 'printed' }), 'fresh')).toEqual({ state: 'ready' });
  });

  it('given a printer that never answers, then it can be taken if it is there', () => {
    expect(paperOf(jobId, settled({ result: 'sentUnconfirmed' }), 'fresh')).toEqual({ state: 'sent' });
  });

  it.each(printFailureReasons)('given the failure %s, then there is no paper, in words of a customer', (reason) => {
    const paper = paperOf(jobId, settled({ result: 'failed', reason }), 'fresh');
    expect(paper).toEqual({ state: 'none', why: whyByReason[reason] });
  });

  it('given no printer, then there is no paper', () => {
    expect(paperOf(null, [], 'fresh')).toEqual({ state: 'none', why: 'noPrinter' });
  });

  it('given no word, then it is being printed, then slowly, and in the end nobody can be sure', () => {
    expect(paperOf(jobId, [], 'fresh')).toEqual({ state: 'printing', isSlow: false });
    expect(paperOf(jobId, [], 'slow')).toEqual({ state: 'printing', isSlow: true });
    expect(paperOf(jobId, [], 'overdue')).toEqual({ state: 'unsure' });
    expect(paperOf(jobId, settled({ result: 'unknown' }), 'fresh')).toEqual({ state: 'unsure' });
  });

  it('given word that comes late, then it is believed', () => {
    expect(paperOf(jobId, settled({ result: 'printed' }), 'overdue')).toEqual({ state: 'ready' });
  });

  it("given another ticket's print, then it says nothing of this one", () => {
    expect(paperOf(otherJobId, settled({ result: 'printed' }), 'fresh')).toMatchObject({ state: 'printing' });
  });
});

describe('how long the number must stay', () => {
  it.each<[Paper, boolean]>([
    [{ state: 'printing', isSlow: true }, false],
    [{ state: 'ready' }, false],
    [{ state: 'sent' }, false],
    [{ state: 'none', why: 'paperOut' }, true],
    [{ state: 'unsure' }, true],
  ])('given %j, then longer: %s', (paper, isLonger) => {
    expect(isPaperMissing(paper)).toBe(isLonger);
  });
});
