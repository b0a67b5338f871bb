import { idSchemas, type KioskPrinterLink } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { KioskPages } from './kioskPages.ts';

const linkOf = (device: string): KioskPrinterLink => ({
  deviceId: idSchemas.device.parse(device),
  ask: async () => null,
});

describe('the pages of kiosks', () => {
  it('given several pages, then a kiosk has its own, the newest first, until each goes', () => {
    const pages = new KioskPages();
    const [older, newer, other] = [linkOf('kiosk-1'), linkOf('kiosk-1'), linkOf('kiosk-2')];
    pages.add(older);
    const forget = pages.add(newer);
    pages.add(other);
    expect(pages.of(older.deviceId)).toEqual([newer, older]);
    forget();
    expect(pages.of(older.deviceId)).toEqual([older]);
    expect(pages.of(idSchemas.device.parse('kiosk-9'))).toEqual([]);
  });
});
