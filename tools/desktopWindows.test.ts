import { describe, expect, it } from 'vitest';
import { chromiumWindows, electronWindows, pageAddresses } from './desktopWindows.mjs';

const origin = 'http://127.0.0.1:8080';

describe('desktop windows', () => {
  it('show the three devices of the demo configuration', () => {
    expect(pageAddresses(origin).map(({ address }) => address)).toEqual([
      'http://127.0.0.1:8080/kiosk/?device=kiosk-1',
      'http://127.0.0.1:8080/counter/?device=counter-1',
      'http://127.0.0.1:8080/display/?device=hall-1',
    ]);
  });

  it('given Electron, then each app starts from its bundle with only the flags that it knows', () => {
    const windows = electronWindows('/electron', '/okienko', origin);
    expect(windows.map(({ options }) => options.slice(1))).toEqual([
      ['--server=http://127.0.0.1:8080', '--device=kiosk-1'],
      ['--server=http://127.0.0.1:8080', '--device=counter-1'],
      ['--server=http://127.0.0.1:8080', '--device=hall-1', '--screen=2'],
    ]);
    expect(windows[0]?.options[0]).toMatch(/dist.desktop.kiosk$/);
  });

  it('given Chromium, then each window has a profile of its own and the sandbox stays but for root', () => {
    const windows = chromiumWindows('/chromium', origin, '/profiles', false);
    const profiles = windows.map(({ options }) => options.find((option) => option.startsWith('--user-data-dir=')));
    expect(new Set(profiles).size).toBe(3);
    expect(windows.filter(({ options }) => options.includes('--kiosk')).map(({ app }) => app)).toEqual([
      'kiosk',
      'display',
    ]);
    expect(windows.some(({ options }) => options.includes('--no-sandbox'))).toBe(false);
    const asRoot = chromiumWindows('/chromium', origin, '/profiles', true);
    expect(asRoot.every(({ options }) => options.includes('--no-sandbox'))).toBe(true);
  });
});
