import { idSchemas, instantOf, parse, required } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { countersState, deviceState, printerState } from './deviceState.ts';
import type { ListedDevice } from './reports/devicesReport.ts';

const parsed = parse(idSchemas.device, 'counter-1');
const id = required(parsed.isValid ? parsed.value : null, 'a device id');
const console1: ListedDevice = {
  id,
  kind: 'counter',
  name: 'Konsola 1',
  path: '/counter/?device=counter-1',
  connectedSince: instantOf(1),
  counterLabel: '3',
  state: 'ok',
};

describe('the state of a device', () => {
  it('given a console with a clerk, names the counter', () => {
    expect(deviceState(console1)).toMatchObject({ light: 'ok', values: { label: '3' } });
  });
  it('given a console without a clerk, says so', () => {
    expect(deviceState({ ...console1, counterLabel: null }).message).toBe('landing.state.noClerk');
  });
  it('given no connection or a state of a newer server, is never called well', () => {
    expect(deviceState({ ...console1, state: 'offline' }).light).toBe('near');
    expect(deviceState({ ...console1, state: 'paperOut' })).toMatchObject({
      light: 'near',
      values: { state: 'paperOut' },
    });
  });
  it('given consoles, counts those with a clerk', () => {
    const devices = [console1, { ...console1, counterLabel: null }, { ...console1, kind: 'kiosk' as const }];
    expect(countersState(devices)).toMatchObject({ light: 'ok', values: { staffed: 1, all: 2 } });
  });
});

describe('the state of the virtual printer', () => {
  it('given a fault that holds tickets back, is late; given low paper, is near', () => {
    const report = { port: 9100, tickets: [] };
    expect(printerState({ ...report, fault: 'paperOut' })?.light).toBe('late');
    expect(printerState({ ...report, fault: 'paperLow' })?.light).toBe('near');
    expect(printerState({ ...report, fault: 'none' })?.light).toBe('ok');
    expect(printerState({ ...report, port: null, fault: 'none' })?.message).toBe('printer.state.absent');
    expect(printerState(null)).toBeNull();
  });
});
