import { idSchemas, type PrintResult } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { paperOf } from './paper.ts';

const jobId = idSchemas.job.parse('01900000-0000-7000-8000-000000000001');
const otherJobId = idSchemas.job.parse('01900000-0000-7000-8000-000000000002');
const printerId = idSchemas.printer.parse('kiosk-printer');
const settled = (outcome: PrintResult) => [{ jobId, printerId, outcome }];

describe('what is said about the paper', () => {
  it('given a printed ticket, or a printer that never answers, then it can be taken', () => {
    expect(paperOf(jobId, settled({ result: 'printed' }), false)).toEqual({ state: 'ready' });
    expect(paperOf(jobId, settled({ result: 'sentUnconfirmed' }), false)).toEqual({ state: 'ready' });
  });

  it('given a failure, then there is no paper, with its reason', () => {
    const paper = paperOf(jobId, settled({ result: 'failed', reason: 'paperOut' }), false);
    expect(paper).toEqual({ state: 'none', reason: 'paperOut' });
  });

  it('given no printer, then there is no paper', () => {
    expect(paperOf(null, [], false)).toEqual({ state: 'none', reason: 'noPrinter' });
  });

  it('given no word yet, then it is being printed; given none for long, then nobody can be sure', () => {
    expect(paperOf(jobId, [], false)).toEqual({ state: 'printing' });
    expect(paperOf(jobId, [], true)).toEqual({ state: 'unsure' });
    expect(paperOf(jobId, settled({ result: 'unknown' }), false)).toEqual({ state: 'unsure' });
  });

  it("given another ticket's print, then it says nothing of this one", () => {
    expect(paperOf(otherJobId, settled({ result: 'printed' }), false)).toEqual({ state: 'printing' });
  });
});
