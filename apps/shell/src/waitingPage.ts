import { catalogues } from '@okienko/shared/text';
import type { ShellKind } from './shellKind.ts';

/** Ground and ink of the page that will follow (look: stone and ink, board). */
const colours = {
  kiosk: { ground: '#F4F1EA', ink: '#0B1F3F' },
  counter: { ground: '#F4F1EA', ink: '#0B1F3F' },
  display: { ground: '#0B1F3F', ink: '#FFFFFF' },
} as const;

/**
 * The address of a page that needs no server: it says in each language that the server is awaited. It runs no script
 * and loads nothing; being of no origin, it cannot use the bridge either.
 */
export function waitingPage(kind: ShellKind): string {
  const { ground, ink } = colours[kind];
  const lines = Object.entries(catalogues).map(
    ([language, texts]) => `<p lang="${language}">${texts['shell.waitingForServer']}</p>`,
  );
  const html = `<!doctype html><html lang="pl"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Okienko</title><style>
html,body{height:100%;margin:0}
body{display:grid;place-content:center;text-align:center;background:${ground};color:${ink};
font:600 clamp(14px,3vmin,48px)/1.4 'Atkinson Hyperlegible Next',sans-serif}
p{margin:.2em 1em}</style></head><body><main role="status">${lines.join('')}</main></body></html>`;
  return `data:text/html;charset=utf-8,${encodeURIComponent(html)}`;
}
