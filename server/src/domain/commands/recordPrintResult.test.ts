import { describe, expect, it } from 'vitest';
import { given } from '../testing/given.ts';
import { callNext, printResult } from '../testing/requests.ts';
import { called, issued, opened } from '../testing/steps.ts';

describe('RecordPrintResult', () => {
  const printed = [issued('D001', { hasPrintJob: true })];

  it.each([
    { result: 'printed' },
    { result: 'failed', reason: 'paperOut' },
    { result: 'sentUnconfirmed' },
    { result: 'unknown' },
  ] as const)('given a job, when its result is $result, then it is kept on the ticket', (outcome) => {
    const branch = given(...printed);
    expect(branch.when(printResult('D001', outcome)).events).toMatchObject([
      { type: 'PrintResultRecorded', ticketNumber: 'D001', printerId: 'kiosk-1-printer', outcome },
    ]);
    expect(branch.ticket('D001')).toMatchObject({ state: 'waiting', print: { outcome } });
  });

  it('given a job with its result, when another comes, then PrintJobUnknown: the first result is the last', () => {
    const branch = given(...printed);
    branch.when(printResult('D001', { result: 'unknown' }));
    expect(branch.when(printResult('D001', { result: 'printed' })).rejection).toEqual({ reason: 'PrintJobUnknown' });
  });

  it('given a ticket without a job, then PrintJobUnknown', () => {
    const { rejection } = given(issued('D001')).when(printResult('D001', { result: 'printed' }));
    expect(rejection).toEqual({ reason: 'PrintJobUnknown' });
  });

  it('given a ticket that was called meanwhile, then its result is still kept', () => {
    const branch = given(opened('c2'), ...printed, called('D001', 'c2'));
    branch.when(printResult('D001', { result: 'failed', reason: 'coverOpen' }));
    expect(branch.ticket('D001')).toMatchObject({ state: 'called', print: { outcome: { reason: 'coverOpen' } } });
  });

  it('given a job with its result, when the ticket is called, then the result stays on it', () => {
    const branch = given(opened('c2'), ...printed);
    branch.when(printResult('D001', { result: 'printed' }));
    branch.when(callNext('c2'));
    expect(branch.ticket('D001')?.print).toMatchObject({ isCopy: false, outcome: { result: 'printed' } });
  });
});
