import { formatTime, useText } from '@okienko/kit';
import type { Language } from '@okienko/shared';
import type { ReactNode } from 'react';
import { deviceState } from '../deviceState.ts';
import type { DevicesReport } from '../reports/devicesReport.ts';
import { DeviceLight } from './DeviceLight.tsx';

type Properties = { readonly devices: DevicesReport; readonly language: Language };

/** Every device of the configuration with its address, its state in words and since when it is connected. */
export function DeviceTable({ devices, language }: Properties): ReactNode {
  const text = useText();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{text('landing.device.name')}</th>
          <th scope="col">{text('landing.device.address')}</th>
          <th scope="col">{text('landing.device.state')}</th>
          <th scope="col" className="is-number">
            {text('landing.device.since')}
          </th>
        </tr>
      </thead>
      <tbody>
        {devices.devices.map((device) => (
          <tr key={device.id} data-testid={`device-${device.id}`} data-state={device.state}>
            <td lang="pl">{device.name}</td>
            <td>
              <a href={device.path}>{device.path}</a>
            </td>
            <td>
              <DeviceLight state={deviceState(device)} />
            </td>
            <td className="is-number">
              {device.connectedSince === null ? '–' : formatTime(device.connectedSince, devices.timeZone, language)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
