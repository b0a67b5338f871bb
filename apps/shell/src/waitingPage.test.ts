import { describe, expect, it } from 'vitest';
import { waitingPage } from './waitingPage.ts';

describe('waitingPage', () => {
  it('says in every language that the server is awaited, runs nothing and loads nothing', () => {
    const html = decodeURIComponent(waitingPage('kiosk'));
    expect(html.match(/<p lang="(pl|en|uk)">[^<]+<\/p>/g)).toHaveLength(3);
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<script|https?:|src=/);
  });
});
