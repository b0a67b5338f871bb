import type { PrinterProfile, PrinterProfileName } from './printerProfile.ts';

const latinPages = ['PC852', 'PC437'] as const;

/**
 * Any ESC/POS printer for 80 mm paper. PC437 stands in each list for the middle dot of the foot line, which PC852
 * lacks; PC852 is in the Ukrainian list because place names stay Polish.
 */
const generic80: PrinterProfile = {
  name: 'generic80',
  widthDots: 576,
  columns: 48,
  codePages: { pl: latinPages, en: latinPages, uk: ['PC1125', ...latinPages] },
  cutter: 'partial',
  feedBeforeCutDots: 120,
  status: { realtime: true, confirmation: 'GS r 1', clearing: 'none' },
};

const profiles: Readonly<Record<PrinterProfileName, PrinterProfile>> = {
  generic80,
  generic58: {
    ...generic80,
    name: 'generic58',
    widthDots: 384,
    columns: 32,
    cutter: 'none',
    status: { realtime: true, confirmation: 'none', clearing: 'none' },
  },
  epson80: {
    ...generic80,
    name: 'epson80',
    status: { realtime: true, confirmation: 'GS ( H', clearing: 'DLE DC4 8' },
  },
  star80: { ...generic80, name: 'star80' },
  kiosk80: {
    ...generic80,
    name: 'kiosk80',
    cutter: 'full',
    status: { realtime: true, confirmation: 'GS r 1', clearing: 'DLE ENQ 2' },
  },
};

/** The profile that the configuration calls by this name. */
export function printerProfileOf(name: PrinterProfileName): PrinterProfile {
  return profiles[name];
}
