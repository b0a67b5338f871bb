import { describe, expect, it } from 'vitest';
import {
  deskAfter,
  deskPrinter,
  hallPrinter,
  issued,
  numberOf,
  printOrdered,
  printSettled,
  ticketIdOf,
  viewAfter,
  waitingTicketOf,
  withPrinters,
} from '../testing/testDesk.ts';
import { copyFateOf, printerNameOf, usualPrinterOf } from './copyOrder.ts';

const order = { ticketId: ticketIdOf(1), ticketNumber: numberOf('D', 1), printerName: hallPrinter.name };

describe('the fate of a copy', () => {
  it('given it is being printed, then not yet; given a result, then that', () => {
    const ordered = [issued(1, 5), printOrdered(1, true)];
    expect(copyFateOf(order, viewAfter(ordered))).toEqual({ known: 'notYet' });
    const outcome = { result: 'failed', reason: 'coverOpen' } as const;
    expect(copyFateOf(order, viewAfter([...ordered, printSettled(1, outcome)]))).toEqual({ known: 'result', outcome });
  });

  it('given its ticket has left the picture, then never', () => {
    expect(copyFateOf(order, viewAfter([]))).toEqual({ known: 'never' });
  });
});

describe('the printer of a copy', () => {
  const printerOf = (...events: Parameters<typeof deskAfter>[0]) => {
    const desk = withPrinters(deskAfter([issued(1, 5), ...events]), hallPrinter, deskPrinter);
    return usualPrinterOf(waitingTicketOf(desk, 1), desk);
  };

  it("given the ticket's last printer, then that one; given none, or one that is gone, then the first", () => {
    expect(printerOf(printOrdered(1, false, deskPrinter.id))).toBe(deskPrinter.id);
    expect(printerOf()).toBe(hallPrinter.id);
    const desk = withPrinters(deskAfter([issued(1, 5), printOrdered(1, false, deskPrinter.id)]), hallPrinter);
    expect(usualPrinterOf(waitingTicketOf(desk, 1), desk)).toBe(hallPrinter.id);
  });

  it('given a branch without one, then none; given a printer that nobody knows, then its id', () => {
    const desk = deskAfter([issued(1, 5)]);
    expect(usualPrinterOf(waitingTicketOf(desk, 1), desk)).toBeNull();
    expect(printerNameOf(viewAfter([]), hallPrinter.id)).toBe('hall');
  });
});
