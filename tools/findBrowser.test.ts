import { delimiter } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensureBrowser, findBrowser, type Machine } from './findBrowser.mjs';

interface Scene {
  readonly files?: readonly string[];
  readonly broken?: readonly string[];
  readonly chosen?: string;
  readonly isRoot?: boolean;
  readonly aptBrings?: string;
}

/** A machine of which only the given files exist; commands that ran are kept in `log`. */
function machineOf(scene: Scene) {
  const files = new Set(scene.files);
  const log: string[] = [];
  const machine: Machine = {
    platform: 'linux',
    environment: { PATH: ['/bin', '/usr/bin'].join(delimiter), OKIENKO_BROWSER: scene.chosen },
    isRoot: scene.isRoot ?? false,
    hasFile: (path) => files.has(path),
    run: (command, options) => {
      if (options[0] === '--version') return !(scene.broken ?? []).includes(command);
      log.push([command, ...options].join(' '));
      if (command === 'apt-get' && options[0] === 'install' && scene.aptBrings !== undefined) {
        files.add(scene.aptBrings);
      }
      return command === 'apt-get';
    },
    playwrightBrowser: () => Promise.resolve('/cache/chromium'),
    say: () => undefined,
  };
  return { machine, log };
}

describe('findBrowser', () => {
  it('takes OKIENKO_BROWSER before anything else', async () => {
    const { machine } = machineOf({ files: ['/usr/bin/chromium', '/mine'], chosen: '/mine' });
    expect(await findBrowser(machine)).toBe('/mine');
  });

  it('finds nothing when OKIENKO_BROWSER is wrong, rather than another browser in silence', async () => {
    const { machine } = machineOf({ files: ['/usr/bin/chromium'], chosen: '/gone' });
    expect(await findBrowser(machine)).toBeNull();
  });

  it('passes over a browser that does not run', async () => {
    const { machine } = machineOf({
      files: ['/usr/bin/chromium', '/opt/google/chrome/chrome'],
      broken: ['/usr/bin/chromium'],
    });
    expect(await findBrowser(machine)).toBe('/opt/google/chrome/chrome');
  });

  it("takes playwright-core's own when the system has none", async () => {
    const { machine } = machineOf({ files: ['/cache/chromium'] });
    expect(await findBrowser(machine)).toBe('/cache/chromium');
  });
});

describe('ensureBrowser', () => {
  it('installs nothing when a browser is there', async () => {
    const { machine, log } = machineOf({ files: ['/usr/bin/chromium'] });
    expect(await ensureBrowser(machine)).toBe('/usr/bin/chromium');
    expect(log).toEqual([]);
  });

  it("tries playwright-core, then as root the system's packages", async () => {
    const { machine, log } = machineOf({ files: ['/usr/bin/apt-get'], isRoot: true, aptBrings: '/usr/bin/chromium' });
    expect(await ensureBrowser(machine)).toBe('/usr/bin/chromium');
    expect(log[0]).toMatch(/playwright-core.cli\.js install chromium$/);
    expect(log.slice(1)).toEqual(['apt-get update -q', 'apt-get install -y -q --no-install-recommends chromium']);
  });

  it('gives up without root', async () => {
    const { machine, log } = machineOf({ files: ['/usr/bin/apt-get'], aptBrings: '/usr/bin/chromium' });
    expect(await ensureBrowser(machine)).toBeNull();
    expect(log).toHaveLength(1);
  });
});
