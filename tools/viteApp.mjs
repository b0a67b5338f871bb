// @ts-check
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * The one Vite configuration of the web pages. Addresses are relative, so that a page works under any path and in
 * Electron; nothing is inlined and no preload script is added, so that `script-src 'self'` is enough.
 * @param {string} app the folder under apps/, and under dist/web/
 */
export function viteApp(app) {
  return defineConfig({
    root: join(root, 'apps', app),
    base: './',
    plugins: [react()],
    build: {
      outDir: join(root, 'dist', 'web', app),
      emptyOutDir: true,
      sourcemap: false,
      target: 'chrome130',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  });
}
