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
 * @param {{ texts?: readonly string[], pages?: readonly string[] }} [options] `texts`: the prefixes of the catalogue's ids
 *   that the page says, all where none are given; `pages`: its html files where there is more than `index.html`
 */
export function viteApp(app, { texts, pages } = {}) {
  return defineConfig({
    root: join(root, 'apps', app),
    base: './',
    plugins: [react(), ...(texts === undefined ? [] : [onlyTexts(texts)])],
    build: {
      outDir: join(root, 'dist', 'web', app),
      emptyOutDir: true,
      sourcemap: false,
      target: 'chrome130',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // In kB before compression; what counts is the script's gzip size on the wire, which has limits of its own.
      chunkSizeWarningLimit: 700,
      ...(pages === undefined
        ? {}
        : { rolldownOptions: { input: pages.map((page) => join(root, 'apps', app, page)) } }),
    },
  });
}

/**
 * Leaves out of the catalogues what this page never says: a board does not carry a console's words in three languages.
 * @param {readonly string[]} prefixes
 * @returns {import('vite').Plugin}
 */
function onlyTexts(prefixes) {
  return {
    name: 'okienko-only-texts',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/shared\/src\/text\/[a-z]+\.json$/.test(id)) return null;
      /** @type {(key: string, value: unknown) => unknown} */
      const keepSaid = (key, value) =>
        key === '' || prefixes.some((prefix) => key.startsWith(prefix)) ? value : undefined;
      return { code: JSON.stringify(JSON.parse(code, keepSaid)), map: null };
    },
  };
}
