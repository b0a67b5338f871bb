import { assertNever, type DeviceId, type KioskFigures } from '@okienko/shared';

/**
 * Whether who takes a ticket here now gets paper, as far as anybody knows. Not where the kiosk has no printer or its
 * printer said that it cannot print; a roll that runs low still prints, and after one ticket without a confirmation
 * the next one may well come out; before the first figures nothing is known.
 */
export function isPaperExpected(printers: KioskFigures['printers'] | null, deviceId: DeviceId): boolean {
  if (printers === null) return true;
  const condition = printers[deviceId];
  if (condition === undefined) return false;
  switch (condition.state) {
    case 'ready':
    case 'paperLow':
      return true;
    case 'notPrinting':
      return condition.reason === 'unknown';
    default:
      return assertNever(condition);
  }
}
