import type { Page } from 'playwright-core';

/** A kiosk's screen: its size, and the least height of a capital that is 0.7° at 60 cm on it, in pixels. */
export type KioskScreen = { readonly width: number; readonly height: number; readonly capitalPx: number };

/** 7.3 mm over the pixel pitch of the 27", 19", 15" and 24" screens that kiosks are built with. */
export const kioskScreens = {
  portrait: { width: 1080, height: 1920, capitalPx: 23.6 },
  landscape: { width: 1280, height: 1024, capitalPx: 24.9 },
  small: { width: 1024, height: 768, capitalPx: 24.6 },
  wide: { width: 1920, height: 1080, capitalPx: 26.4 },
} as const satisfies Readonly<Record<string, KioskScreen>>;

/**
 * What of the rendered page breaks the rules of a kiosk, in words: text below the least capital height, keys below
 * 80 px or closer than 8 px, anything outside the screen or cut off. Empty where all is well.
 */
export function kioskFaults(page: Page, { capitalPx }: KioskScreen): Promise<readonly string[]> {
  return page.evaluate(measureFaults, capitalPx);
}

/** Runs inside the page, so it brings everything along. */
function measureFaults(capitalPx: number): string[] {
  const leastKeyPx = 80;
  const leastGapPx = 8;
  // Browsers draw on fractions of a pixel.
  const slackPx = 0.6;
  // A tile covers the frame of its row above and below.
  const frameSlackPx = 10;
  const root = document.querySelector('dialog[open]') ?? document.querySelector('.kiosk');
  if (root === null) return ['there is no kiosk on this page'];
  const faults: string[] = [];
  const nameOf = (element: Element) => `${element.tagName} "${(element.textContent ?? '').trim().slice(0, 40)}"`;
  const isSeen = (element: Element) => element.checkVisibility() && element.closest('.sr-only') === null;

  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const element = node.parentElement;
    if (element === null || (node.textContent ?? '').trim() === '' || !isSeen(element)) continue;
    const { fontSize, fontFamily } = getComputedStyle(element);
    // Capital heights of the two typefaces, in em.
    const capital = Number.parseFloat(fontSize) * (fontFamily.startsWith('"Okienko Cyrillic"') ? 0.728 : 0.668);
    if (capital < capitalPx) faults.push(`${nameOf(element)} has capitals of ${capital.toFixed(1)} px`);
  }

  const keys = [...root.querySelectorAll('button, label, a')].filter(isSeen);
  for (const [index, key] of keys.entries()) {
    const box = key.getBoundingClientRect();
    if (box.width < leastKeyPx - slackPx || box.height < leastKeyPx - slackPx) {
      faults.push(`${nameOf(key)} is ${Math.round(box.width)}×${Math.round(box.height)} px`);
    }
    for (const other of keys.slice(index + 1)) {
      const next = other.getBoundingClientRect();
      const acrossPx = Math.max(next.left - box.right, box.left - next.right);
      const downPx = Math.max(next.top - box.bottom, box.top - next.bottom);
      const gapPx = Math.max(acrossPx, downPx);
      if (gapPx < leastGapPx - slackPx) faults.push(`${nameOf(key)} is ${gapPx.toFixed(1)} px from ${nameOf(other)}`);
    }
  }

  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (!isSeen(element) || element.closest('svg') !== null || getComputedStyle(element).display === 'contents')
      continue;
    const { right, bottom, width } = element.getBoundingClientRect();
    if (width > 0 && (right > innerWidth + 1 || bottom > innerHeight + 1)) faults.push(`${nameOf(element)} is outside`);
    const isCut =
      getComputedStyle(element).overflowY !== 'visible' && element.scrollHeight > element.clientHeight + frameSlackPx;
    if (isCut) faults.push(`${nameOf(element)} is cut`);
  }
  if (document.documentElement.scrollHeight > innerHeight) faults.push('the page scrolls');
  return faults;
}
