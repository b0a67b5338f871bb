import type { Light } from '@okienko/kit';
import type { PretendedFault } from '@okienko/shared';
import type { MessageId } from '@okienko/shared/text';
import type { ListedDevice } from './reports/devicesReport.ts';
import type { PrinterReport } from './reports/printerReport.ts';

/** A state as a light and a word with its values. */
export type DeviceState = {
  readonly light: Light;
  readonly message: MessageId;
  readonly values?: Readonly<Record<string, string | number>>;
};

/** What is to be said of one device of the table. */
export function deviceState(device: ListedDevice): DeviceState {
  if (device.state === 'offline') return { light: 'near', message: 'landing.state.offline' };
  if (device.state !== 'ok') return { light: 'near', message: 'landing.state.other', values: { state: device.state } };
  if (device.kind !== 'counter') return { light: 'ok', message: 'landing.state.connected' };
  return device.counterLabel === null
    ? { light: 'ok', message: 'landing.state.noClerk' }
    : { light: 'ok', message: 'landing.state.atCounter', values: { label: device.counterLabel } };
}

/** What is to be said of all consoles together: how many are staffed. */
export function countersState(devices: readonly ListedDevice[]): DeviceState {
  const consoles = devices.filter(({ kind }) => kind === 'counter');
  const staffed = consoles.filter(({ counterLabel }) => counterLabel !== null).length;
  const values = { staffed, all: consoles.length };
  return { light: staffed > 0 ? 'ok' : 'near', message: 'landing.state.staffed', values };
}

/** What is to be said of the virtual printer; null where nothing is known yet. */
export function printerState(report: PrinterReport | null): DeviceState | null {
  if (report === null) return null;
  if (report.port === null) return { light: 'near', message: 'printer.state.absent' };
  return { light: faultLights[report.fault], message: `printer.state.${report.fault}` };
}

/** What still prints is near its end; what holds tickets back is late. */
const faultLights: Readonly<Record<PretendedFault, Light>> = {
  none: 'ok',
  paperLow: 'near',
  paperEnds: 'near',
  diesInMidJob: 'near',
  slow: 'near',
  paperOut: 'late',
  coverOpen: 'late',
  offline: 'late',
  unplugged: 'late',
  answersNothing: 'late',
  garbage: 'late',
};
