import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findElectron } from './findElectron.mjs';

interface Scene {
  readonly files?: readonly string[];
  readonly platform?: NodeJS.Platform;
  readonly override?: string;
  readonly isRoot?: boolean;
}

function found({ files = [], platform = 'linux', override, isRoot = false }: Scene) {
  const machine = {
    platform,
    environment: { ELECTRON_OVERRIDE_DIST_PATH: override },
    isRoot,
    hasFile: (path: string) => files.includes(path),
    run: () => false,
    playwrightBrowser: () => Promise.resolve(null),
    say: () => undefined,
  };
  return findElectron(machine, '/okienko');
}

/** Why there is none; an empty string where there is one. */
function sentenceOf(scene: Scene): string {
  const electron = found(scene);
  return electron.kind === 'none' ? electron.sentence : '';
}

const downloaded = join('/okienko', 'node_modules', 'electron', 'dist', 'electron');

describe('findElectron', () => {
  it('given a download, then it is that', () => {
    expect(found({ files: [downloaded] })).toEqual({ kind: 'found', path: downloaded });
  });

  it("given an override, then it is that and never the download's", () => {
    const path = join('/elsewhere', 'electron');
    expect(found({ files: [downloaded, path], override: '/elsewhere' })).toEqual({ kind: 'found', path });
    expect(sentenceOf({ files: [downloaded], override: '/elsewhere' })).toContain('ELECTRON_OVERRIDE_DIST_PATH');
  });

  it('given no binary, then one sentence says how to get it', () => {
    expect(sentenceOf({})).toContain('install-electron');
    expect(sentenceOf({ isRoot: true })).toContain('install-electron');
  });

  it('given root on Linux, then none is used, for the sandbox would have to go', () => {
    expect(sentenceOf({ files: [downloaded], isRoot: true })).toContain('sandbox');
  });

  it('given another system, then the binary has its name there', () => {
    const path = join('/okienko/node_modules/electron/dist', 'Electron.app', 'Contents', 'MacOS', 'Electron');
    expect(found({ files: [path], platform: 'darwin' })).toEqual({ kind: 'found', path });
  });
});
