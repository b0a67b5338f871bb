import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, describe, expect, it } from 'vitest';
import { desktopApps } from './desktopApps.mjs';
import { bundleDesktopApp } from './desktopBundle.mjs';
import { packageDesktopApp } from './desktopPackage.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'okienko-package-'));
const house = { root, node: process.execPath, environment: process.env };

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What stands before the fuses in Electron's binary; the bytes after it are their version, number and states. */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuseCount = 9;

/** An unpacked "Electron" that runs nothing, but has the fuses where the real one has them, all of them on. */
function standInElectron(): string {
  const dist = join(folder, 'electronDist');
  mkdirSync(join(dist, 'locales'), { recursive: true });
  mkdirSync(join(dist, 'resources'));
  const wire = Buffer.concat([Buffer.from([1, fuseCount]), Buffer.alloc(fuseCount, FuseState.ENABLE)]);
  writeFileSync(join(dist, 'electron'), Buffer.concat([Buffer.from(`#!/bin/sh\n#${fuseSentinel}`), wire]));
  chmodSync(join(dist, 'electron'), 0o755);
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'locales/pl.pak', 'locales/de.pak']) {
    writeFileSync(join(dist, name), name);
  }
  return dist;
}

/** The files in an asar: a pickled JSON header whose length stands in bytes 12 to 16. */
function namesInAsar(path: string): readonly string[] {
  const bytes = readFileSync(path);
  const header: unknown = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12)));
  if (typeof header !== 'object' || header === null || !('files' in header)) throw new Error('no asar');
  if (typeof header.files !== 'object' || header.files === null) throw new Error('an asar without files');
  return Object.keys(header.files).toSorted();
}

describe('packageDesktopApp', () => {
  it.runIf(process.platform === 'linux')(
    "given a stand-in for Electron's binary, then a package holds its bundles in one archive and every fuse is set",
    async () => {
      const electronDist = standInElectron();
      const [app] = desktopApps;
      const bundles = join(root, '.build', 'desktopPackageTest');
      await bundleDesktopApp(app, bundles);
      const output = join(folder, 'output');
      const { isPackaged, message } = packageDesktopApp(house, {
        app,
        bundles: relative(root, bundles),
        output,
        electronDist,
      });
      expect(isPackaged, message).toBe(true);

      const unpacked = join(output, 'linux-unpacked');
      expect(namesInAsar(join(unpacked, 'resources', 'app.asar'))).toEqual(['main.js', 'package.json', 'preload.cjs']);
      expect(readdirSync(join(unpacked, 'resources'))).toEqual(['app.asar']);
      expect(readdirSync(join(unpacked, 'locales'))).toEqual(['pl.pak']);

      const fuses = await getCurrentFuseWire(join(unpacked, `okienko-${app}`));
      expect(fuses).toMatchObject({
        [FuseV1Options.RunAsNode]: FuseState.DISABLE,
        [FuseV1Options.EnableCookieEncryption]: FuseState.ENABLE,
        [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: FuseState.DISABLE,
        [FuseV1Options.EnableNodeCliInspectArguments]: FuseState.DISABLE,
        [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: FuseState.ENABLE,
        [FuseV1Options.OnlyLoadAppFromAsar]: FuseState.ENABLE,
        [FuseV1Options.GrantFileProtocolExtraPrivileges]: FuseState.DISABLE,
      });
    },
    60_000,
  );
});
