import { idSchemas, required } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { given } from '../testing/given.ts';
import { onTicket, printerId, printResult } from '../testing/requests.ts';
import { called, issued, opened, paused } from '../testing/steps.ts';

const reprint = (counter: string, state: 'waiting' | 'called' = 'waiting') =>
  onTicket('ReprintTicket', counter, 'D001', state);

describe('ReprintTicket', () => {
  it('given a ticket whose paper failed, then a copy is ordered that says what was true at the issue', () => {
    const branch = given(opened('c2'), issued('D001', { hasPrintJob: true }));
    branch.when(printResult('D001', { result: 'failed', reason: 'paperOut' }));
    const ticket = required(branch.ticket('D001'), 'the ticket');
    expect(branch.when(reprint('c2')).events).toMatchObject([
      {
        type: 'TicketReprinted',
        ticketId: ticket.ticketId,
        ticketNumber: 'D001',
        counterId: 'c2',
        issuedAt: ticket.issuedAt,
        atIssue: ticket.atIssue,
        printJob: { ticketId: ticket.ticketId, printerId, isCopy: true },
      },
    ]);
    expect(branch.ticket('D001')).toMatchObject({
      state: 'waiting',
      print: { printerId, isCopy: true, outcome: null },
    });
  });

  it('given a copy that is not settled yet, then another one is PrintPending', () => {
    const branch = given(opened('c2'), issued('D001'));
    expect(branch.when(reprint('c2')).rejection).toBeNull();
    expect(branch.when(reprint('c2')).rejection).toEqual({ reason: 'PrintPending' });
  });

  it('given the result of the copy, then it stands on the ticket, and the next copy may be ordered', () => {
    const branch = given(opened('c2'), issued('D001'));
    branch.when(reprint('c2'));
    const jobId = required(branch.ticket('D001')?.print, 'the copy').jobId;
    branch.when({ type: 'RecordPrintResult', jobId, outcome: { result: 'printed' } });
    expect(branch.ticket('D001')?.print).toMatchObject({ jobId, isCopy: true, outcome: { result: 'printed' } });
    expect(branch.when(reprint('c2')).rejection).toBeNull();
  });

  it('given a called ticket and a counter on a break, then a copy is still printed', () => {
    expect(
      given(opened('c2'), issued('D001'), called('D001', 'c2')).when(reprint('c2', 'called')).rejection,
    ).toBeNull();
    expect(given(opened('c2'), paused('c2'), issued('D001')).when(reprint('c2')).rejection).toBeNull();
  });

  it('given a closed counter, another device or an unknown printer, then it is refused with its reason', () => {
    expect(given(issued('D001')).when(reprint('c2')).rejection).toEqual({ reason: 'CounterNotOpen' });
    const branch = given(opened('c2'), issued('D001'));
    expect(branch.when(reprint('c2'), { device: 'counter-3' }).rejection).toEqual({ reason: 'NotYourCounter' });
    const gone = { ...reprint('c2'), printerId: idSchemas.printer.parse('gone') } as const;
    expect(branch.when(gone).rejection).toEqual({ reason: 'PrinterUnknown' });
  });
});
