import { useText } from '@okienko/kit';
import type { ReactNode } from 'react';
import { countersState, deviceState, type DeviceState, printerState } from '../deviceState.ts';
import type { DevicesReport, ListedDevice } from '../reports/devicesReport.ts';
import type { PrinterReport } from '../reports/printerReport.ts';
import { DeviceLight } from './DeviceLight.tsx';

type Step = {
  readonly id: 'kiosk' | 'printer' | 'counter' | 'display';
  readonly path: string;
  readonly state: DeviceState | null;
};
type Properties = { readonly devices: DevicesReport; readonly printer: PrinterReport | null };

/** The four pages in the order of a first try: take a ticket, see it printed, call it, see it called. */
export function Tour({ devices, printer }: Properties): ReactNode {
  const text = useText();
  return (
    <ol className="tour">
      {stepsOf(devices, printer).map(({ id, path, state }, index) => (
        <li key={id}>
          <span className="step" aria-hidden="true">
            {index + 1}
          </span>
          <div>
            <h2>{text(`landing.step.${id}.title`)}</h2>
            <p>{text(`landing.step.${id}.do`)}</p>
          </div>
          <code>{path}</code>
          <DeviceLight state={state} />
          <a className={index === 0 ? 'open is-first' : 'open'} href={path}>
            {text(`landing.step.${id}.open`)}
          </a>
        </li>
      ))}
    </ol>
  );
}

function stepsOf({ devices }: DevicesReport, printer: PrinterReport | null): readonly Step[] {
  const firstOf = (kind: ListedDevice['kind']) => devices.find((device) => device.kind === kind);
  const kiosk = firstOf('kiosk');
  const counter = firstOf('counter');
  const display = firstOf('display');
  return [
    ...(kiosk === undefined ? [] : [{ id: 'kiosk', path: kiosk.path, state: deviceState(kiosk) } as const]),
    { id: 'printer', path: '/printer/', state: printerState(printer) },
    ...(counter === undefined ? [] : [{ id: 'counter', path: counter.path, state: countersState(devices) } as const]),
    ...(display === undefined ? [] : [{ id: 'display', path: display.path, state: deviceState(display) } as const]),
  ];
}
