import { idSchemas, type PrinterCondition, printFailureReasons } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { isPaperExpected } from './paperExpectation.ts';

const kiosk = idSchemas.device.parse('kiosk-1');
const otherKiosk = idSchemas.device.parse('kiosk-2');
const outOfPaper: PrinterCondition = { state: 'notPrinting', reason: 'paperOut' };

describe('paper for who takes a ticket now', () => {
  it.each<PrinterCondition>([{ state: 'ready' }, { state: 'paperLow' }, { state: 'notPrinting', reason: 'unknown' }])(
    'given a printer that is %j, then paper is expected',
    (condition) => {
      expect(isPaperExpected({ [kiosk]: condition }, kiosk)).toBe(true);
    },
  );

  it.each(printFailureReasons)('given a printer that does not print for the reason %s, then none is', (reason) => {
    expect(isPaperExpected({ [kiosk]: { state: 'notPrinting', reason } }, kiosk)).toBe(false);
  });

  it('given no figures yet, then nothing is said', () => {
    expect(isPaperExpected(null, kiosk)).toBe(true);
  });

  it('given a kiosk without a printer, then none is', () => {
    expect(isPaperExpected({}, kiosk)).toBe(false);
  });

  it("given another kiosk's printer that is out of paper, then it says nothing of this one", () => {
    expect(isPaperExpected({ [kiosk]: { state: 'ready' }, [otherKiosk]: outOfPaper }, kiosk)).toBe(true);
  });
});
