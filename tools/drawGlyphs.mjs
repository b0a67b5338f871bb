// @ts-check
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { prepareHouse, stop } from './bootstrap.mjs';
import { ensureBrowser, noBrowserAdvice } from './findBrowser.mjs';
import { glyphSheets } from './glyphSheets.mjs';
import { thisMachine } from './thisMachine.mjs';

// Draws the letters that tickets print as raster, once, so that the server needs no rasteriser: the fonts come as
// woff2, which only a browser reads well. Run it again (npm run glyphs) when a font, a size or an alphabet changes.
const house = prepareHouse();
const browserPath = await ensureBrowser(thisMachine(house));
if (browserPath === null) stop(noBrowserAdvice);
const target = join(house.root, 'server/src/printing/glyphs');
mkdirSync(target, { recursive: true });
const browser = await chromium.launch({ executablePath: browserPath ?? '', args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await browser.newPage({ viewport: { width: 800, height: 600 }, deviceScaleFactor: 1 });
  for (const sheet of glyphSheets) {
    const path = join(target, `${sheet.name}.json`);
    writeFileSync(path, `${JSON.stringify(await drawSheet(page, sheet), null, 2)}\n`);
    process.stdout.write(`${sheet.name}: ${Array.from(sheet.characters).length} characters\n`);
  }
} finally {
  await browser.close();
}

/**
 * One sheet as it is committed. `metrics` holds five bytes for each character: left edge + 128, upper edge below the
 * top of a line of twice the font's size, width, height, advance; `rows` the black dots, each row in whole bytes.
 * @param {import('playwright-core').Page} page
 * @param {import('./glyphSheets.mjs').GlyphSheetPlan} sheet
 */
async function drawSheet(page, sheet) {
  const { font, weight, sizeDots, letterSpacing, characters } = sheet;
  const faces = font.files.map((file) => ({
    data: readFileSync(join(house.root, 'node_modules', font.folder, file)).toString('base64'),
  }));
  const drawn = await page.evaluate(drawInPage, {
    faces,
    featureSettings: font.featureSettings,
    weight,
    sizeDots,
    letterSpacing,
    characters: Array.from(characters),
  });
  const missing = drawn.glyphs.flatMap(({ isFallback }, index) => (isFallback ? [Array.from(characters)[index]] : []));
  if (missing.length > 0) throw new Error(`${sheet.name}: ${font.name} has no ${missing.join(' ')}`);
  const metrics = drawn.glyphs.flatMap(({ left, top, width, height, advance }) => [
    left + 128,
    top,
    width,
    height,
    advance,
  ]);
  const outside = metrics.find((value) => value < 0 || value > 255);
  if (outside !== undefined) throw new Error(`${sheet.name}: a measure of ${outside} does not fit a byte`);
  return {
    font: font.name,
    weight,
    sizeDots,
    baselineDots: drawn.baselineDots,
    characters,
    metrics: Buffer.from(metrics).toString('base64'),
    rows: deflateRawSync(Buffer.from(drawn.glyphs.flatMap(({ rows }) => rows)), { level: 9 }).toString('base64'),
  };
}

/**
 * Runs in the browser: draws each character on a canvas of its own and takes a dot for black where more than half of
 * it is covered.
 * @param {{ faces: { data: string }[], featureSettings: string, weight: number, sizeDots: number, letterSpacing: number, characters: string[] }} plan
 */
async function drawInPage({ faces, featureSettings, weight, sizeDots, letterSpacing, characters }) {
  /** @type {string[]} */
  const names = [];
  for (const [index, { data }] of faces.entries()) {
    const name = `sheet${performance.now()}${index}`.replace('.', '');
    const face = new FontFace(name, `url(data:font/woff2;base64,${data})`, { weight: '100 900', featureSettings });
    document.fonts.add(await face.load());
    names.push(name);
  }
  const side = sizeDots * 2;
  const canvas = document.createElement('canvas');
  canvas.width = side * 2;
  canvas.height = side;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no canvas here');
  const baselineDots = Math.round(sizeDots * 1.4);
  const originDots = Math.floor(sizeDots / 2);
  const glyphs = characters.map((character) => {
    const widthIn = (/** @type {string} */ fallback) => {
      context.font = `${weight} ${sizeDots}px ${names.join(', ')}, ${fallback}`;
      return context.measureText(character).width;
    };
    const isFallback = widthIn('monospace') !== widthIn('serif');
    const advance = Math.round(widthIn('serif') + letterSpacing * sizeDots);
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.fillStyle = '#000000';
    context.fillText(character, originDots, baselineDots);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const isBlack = (/** @type {number} */ x, /** @type {number} */ y) =>
      (data[(y * canvas.width + x) * 4] ?? 255) < 128;
    const xs = [];
    const ys = [];
    for (let y = 0; y < canvas.height; y += 1)
      for (let x = 0; x < canvas.width; x += 1)
        if (isBlack(x, y)) {
          xs.push(x);
          ys.push(y);
        }
    if (xs.length === 0) return { isFallback, left: 0, top: 0, width: 0, height: 0, advance, rows: [] };
    const left = xs.reduce((least, x) => Math.min(least, x));
    const top = ys.reduce((least, y) => Math.min(least, y));
    const width = xs.reduce((most, x) => Math.max(most, x)) - left + 1;
    const height = ys.reduce((most, y) => Math.max(most, y)) - top + 1;
    const rows = [];
    for (let y = top; y < top + height; y += 1)
      for (let byteX = left; byteX < left + width; byteX += 8) {
        let byte = 0;
        for (let bit = 0; bit < 8; bit += 1)
          if (byteX + bit < left + width && isBlack(byteX + bit, y)) byte |= 0x80 >> bit;
        rows.push(byte);
      }
    return { isFallback, left: left - originDots, top, width, height, advance, rows };
  });
  return { baselineDots, glyphs };
}
