/**
 * The four screens that kiosks are built with, named by how things stand on them: 27" portrait 1080×1920,
 * 19" landscape 1280×1024, 15" small 1024×768, 24" wide 1920×1080.
 */
export type KioskLayout = 'portrait' | 'landscape' | 'small' | 'wide';

/** The layout of a window, from its size in pixels; a size between the four takes the one with smaller needs. */
export function layoutOf(widthPx: number, heightPx: number): KioskLayout {
  if (heightPx > widthPx) return 'portrait';
  if (heightPx < 900) return 'small';
  return widthPx < 1_600 ? 'landscape' : 'wide';
}

/** How services stand on home: one below another, column after column, or group beside group, row by row. */
type Arrangement = 'list' | 'columns' | 'bands';

/** What one page of services is made of, in pixels; heights include the gap that follows. */
export type PageMeasure = {
  readonly arrangement: Arrangement;
  readonly rowPx: number;
  readonly headingPx: number;
  /** Least space between two groups in a column. */
  readonly groupGapPx: number;
  /** A group of one stands without its heading where space is short. */
  readonly hasLoneHeadings: boolean;
  /** False where groups have no headings at all: low reach and large text. */
  readonly hasHeadings: boolean;
  /** False where the key to more services stands outside the columns. */
  readonly hasMoreInside: boolean;
  /** True where a free row may say until when the branch is open. */
  readonly hasAside: boolean;
};

const plain = { hasHeadings: true, hasMoreInside: true, groupGapPx: 0, hasLoneHeadings: false, hasAside: true };

const measures: Readonly<Record<KioskLayout, PageMeasure>> = {
  portrait: {
    ...plain,
    arrangement: 'list',
    rowPx: 141,
    headingPx: 52,
    groupGapPx: 20,
    hasLoneHeadings: true,
    hasAside: false,
  },
  landscape: { ...plain, arrangement: 'columns', rowPx: 149, headingPx: 50 },
  small: { ...plain, arrangement: 'columns', rowPx: 139, headingPx: 46 },
  wide: { ...plain, arrangement: 'bands', rowPx: 128, headingPx: 55, groupGapPx: 16, hasLoneHeadings: true },
};

const bare = {
  arrangement: 'list',
  hasHeadings: false,
  headingPx: 0,
  groupGapPx: 0,
  hasLoneHeadings: false,
  hasAside: false,
} as const;
const largeRowPx: Readonly<Record<KioskLayout, number>> = { portrait: 260, landscape: 260, small: 250, wide: 190 };

/** The measure of home in this layout, as the customer set it. */
export function pageMeasureOf(
  layout: KioskLayout,
  settings: { readonly isLarge: boolean; readonly isLow: boolean },
): PageMeasure {
  if (settings.isLarge) return { ...bare, rowPx: largeRowPx[layout], hasMoreInside: false };
  if (settings.isLow && layout === 'portrait') return { ...bare, rowPx: 108, hasMoreInside: true };
  return measures[layout];
}
