import type { PrinterProfile, PrinterProfileName, RasterSizes } from './printerProfile.ts';

/** 576 dots: a number of three digits has capitals of 17.7 mm, one of four 11.8 mm. */
const wideSizes: RasterSizes = { text: 28, name: 32, value: 35, band: 52, numbers: [212, 200, 142] };
/** 384 dots: 11.8 mm, with M or W 11.2 mm, with four digits 9.2 mm. */
const narrowSizes: RasterSizes = { text: 25, name: 29, value: 31, band: 40, numbers: [142, 134, 110] };

/** PC437 stands in each list for the middle dot of the foot line, which PC852 lacks. */
const latinPages = ['PC852', 'PC437'] as const;

/**
 * Any ESC/POS printer for 80 mm paper that keeps to Epson's reference, with the pages and their numbers from there
 * ("ESC t"). PC852 is in the Ukrainian list because place names stay Polish.
 */
const generic80: PrinterProfile = {
  name: 'generic80',
  widthDots: 576,
  columns: 48,
  codePages: { pl: latinPages, en: latinPages, uk: ['PC1125', ...latinPages] },
  codePageNumbers: {},
  raster: wideSizes,
  qr: 'native',
  cutter: 'partial',
  feedBeforeCutDots: 120,
  presenterSteps: null,
  status: { realtime: true, confirmation: 'GS r 1', clearing: 'none' },
};

/**
 * The common small printers for 58 mm paper (for example ZJ-5870 and its kin in the escpos-printer-db): no blade, no
 * QR command, PC852 but no Cyrillic page with the Ukrainian letters, so Ukrainian is raster; their answers to queued
 * questions cannot be relied on.
 */
const generic58: PrinterProfile = {
  ...generic80,
  name: 'generic58',
  widthDots: 384,
  columns: 32,
  codePages: { pl: latinPages, en: latinPages, uk: latinPages },
  raster: narrowSizes,
  qr: 'raster',
  cutter: 'none',
  status: { realtime: true, confirmation: 'none', clearing: 'none' },
};

/**
 * Epson TM-T20III and TM-m30 (203 dpi, 48 columns; Epson's ESC/POS Command Reference). The older TM-T88 series prints
 * 512 dots at 180 dpi and needs a profile of its own. PC1125 is not in all of Epson's printers, WPC1251 is.
 */
const epson80: PrinterProfile = {
  ...generic80,
  name: 'epson80',
  codePages: { pl: latinPages, en: latinPages, uk: ['WPC1251', ...latinPages] },
  status: { realtime: true, confirmation: 'GS ( H', clearing: 'DLE DC4 8' },
};

/**
 * Star TSP650II and its kin switched to ESC/POS mode (Star's "ESC/POS Mode Command Specifications"). Relied on are
 * only the pages that have Epson's numbers there, PC437 (0) and PC852 (18); in Star's own modes PC852 is 5. No
 * Ukrainian page, so Ukrainian is raster, and so is QR, which only newer firmware has.
 */
const star80: PrinterProfile = {
  ...generic80,
  name: 'star80',
  codePages: { pl: latinPages, en: latinPages, uk: latinPages },
  qr: 'raster',
};

/**
 * A printer in a kiosk with a presenter, as Custom's VKP80II: its manual names the pages PC437, 850, 860, 863, 865 and
 * 858 only, so Polish and Ukrainian are raster. The presenter is moved by `GS e 3 m` ("ticket presenting"), on the
 * VKP80II 7.3 mm a step; other models of the maker count other steps.
 */
const kiosk80: PrinterProfile = {
  ...generic80,
  name: 'kiosk80',
  codePages: { pl: ['PC437'], en: ['PC437'], uk: ['PC437'] },
  qr: 'raster',
  cutter: 'full',
  presenterSteps: 12,
  status: { realtime: true, confirmation: 'GS r 1', clearing: 'DLE ENQ 2' },
};

const profiles: Readonly<Record<PrinterProfileName, PrinterProfile>> = {
  generic80,
  generic58,
  epson80,
  star80,
  kiosk80,
};

/** The profile that the configuration calls by this name. */
export function printerProfileOf(name: PrinterProfileName): PrinterProfile {
  return profiles[name];
}
