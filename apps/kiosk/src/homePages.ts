import type { KioskConfiguration } from '@okienko/shared';
import type { PageMeasure } from './kioskLayout.ts';

type Group = KioskConfiguration['serviceGroups'][number];
type Service = KioskConfiguration['services'][number];

/** One group on a page, or the part of it that fits there. */
export type Section = { readonly group: Group; readonly services: readonly Service[]; readonly hasHeading: boolean };
/** What stands in one column: its sections, and perhaps the free row that says until when the branch is open. */
export type Cell = { readonly sections: readonly Section[]; readonly hasAside: boolean };
/** Cells side by side. */
type Band = readonly Cell[];
export type HomePage = { readonly bands: readonly Band[] };

type Placed = { readonly section: Section; readonly heightPx: number };

/**
 * Lays every service of the branch on as few pages of `heightPx` as hold them, groups in the order of the
 * configuration and whole where a column can hold them. Where more than one page is needed, each leaves a row free
 * for the key that turns it.
 */
export function homePagesOf(
  configuration: Pick<KioskConfiguration, 'serviceGroups' | 'services'>,
  measure: PageMeasure,
  heightPx: number,
): readonly HomePage[] {
  const groups = configuration.serviceGroups
    .map((group) => ({ group, services: configuration.services.filter((service) => service.group === group.id) }))
    .filter(({ services }) => services.length > 0);
  const lay = measure.arrangement === 'bands' ? inBands : inColumns;
  const pages = lay(groups, measure, heightPx, 0);
  return pages.length === 1 ? pages : lay(groups, measure, heightPx, measure.hasMoreInside ? measure.rowPx : 0);
}

type Whole = { readonly group: Group; readonly services: readonly Service[] };

function inColumns(
  groups: readonly Whole[],
  measure: PageMeasure,
  heightPx: number,
  reservedPx: number,
): readonly HomePage[] {
  const columnsPerPage = measure.arrangement === 'columns' ? 2 : 1;
  const columns: Placed[][] = [[]];
  for (const { group, services } of groups) {
    let rest = services;
    while (rest.length > 0) {
      const column = columns.at(-1) ?? [];
      const isLast = columns.length % columnsPerPage === 0;
      const roomPx = heightPx - (isLast ? reservedPx : 0) - usedPx(column, measure);
      const count = rowsThatFit(
        { group, services: rest },
        measure,
        roomPx - (column.length > 0 ? measure.groupGapPx : 0),
      );
      if (count < rest.length && column.length > 0) columns.push([]);
      else {
        const placed = rest.slice(0, Math.max(1, count));
        column.push(placedOf({ group, services: placed }, measure));
        rest = rest.slice(placed.length);
        if (rest.length > 0) columns.push([]);
      }
    }
  }
  // A last column that nothing needs stays, so that the key to other pages keeps its place.
  while (columns.length % columnsPerPage > 0) columns.push([]);
  const pages = chunks(columns, columnsPerPage).map((cells) => ({ bands: [cells.map(cellOf)] }));
  return pages.map((page) => withAside(page, measure, heightPx, pages.length));
}

function inBands(
  groups: readonly Whole[],
  measure: PageMeasure,
  heightPx: number,
  reservedPx: number,
): readonly HomePage[] {
  const limitPx = heightPx - reservedPx;
  const pieces = groups.flatMap(({ group, services }) =>
    chunks(services, Math.max(1, rowsThatFit({ group, services }, measure, limitPx))).map((part) => ({
      group,
      services: part,
    })),
  );
  const pages: { bands: Band[]; usedPx: number }[] = [];
  for (const pair of chunks(pieces, 2)) {
    const placed = pair.map((piece) => placedOf(piece, measure));
    const bandPx = Math.max(...placed.map((one) => one.heightPx));
    const page = pages.at(-1);
    const fits = page !== undefined && page.usedPx + measure.groupGapPx + bandPx <= limitPx + rowGapPx;
    const band = bandOf(placed, bandPx, measure, pages.length === 0);
    if (fits) {
      page.bands.push(band);
      page.usedPx += measure.groupGapPx + bandPx;
    } else pages.push({ bands: [band], usedPx: bandPx });
  }
  return pages.map(({ bands }) => ({ bands }));
}

/** The gap below a row, which the last row of a column does not need. */
const rowGapPx = 8;

function bandOf(placed: readonly Placed[], bandPx: number, measure: PageMeasure, isFirst: boolean): Band {
  const roomy = isFirst && measure.hasAside ? placed.findIndex((one) => bandPx - one.heightPx >= measure.rowPx) : -1;
  return placed.map(({ section }, index) => ({ sections: [section], hasAside: index === roomy }));
}

function withAside(page: HomePage, measure: PageMeasure, heightPx: number, pageCount: number): HomePage {
  if (!measure.hasAside || pageCount > 1) return page;
  const cells = page.bands.flat();
  const roomy = cells.findIndex(({ sections }) => {
    const placed = sections.map((section) => placedOf(section, measure));
    return heightPx + rowGapPx - usedPx(placed, measure) >= measure.rowPx;
  });
  return { bands: [cells.map((cell, index) => ({ ...cell, hasAside: index === roomy }))] };
}

function rowsThatFit(whole: Whole, measure: PageMeasure, roomPx: number): number {
  return Math.floor((roomPx + rowGapPx - headingPx(whole, measure)) / measure.rowPx);
}

function placedOf({ group, services }: Whole, measure: PageMeasure): Placed {
  const heading = headingPx({ group, services }, measure);
  return { section: { group, services, hasHeading: heading > 0 }, heightPx: heading + services.length * measure.rowPx };
}

function headingPx({ services }: Whole, measure: PageMeasure): number {
  return measure.hasHeadings && (services.length > 1 || measure.hasLoneHeadings) ? measure.headingPx : 0;
}

function usedPx(column: readonly Placed[], measure: PageMeasure): number {
  const gapsPx = measure.groupGapPx * Math.max(0, column.length - 1);
  return column.reduce((sumPx, { heightPx }) => sumPx + heightPx, gapsPx);
}

function cellOf(column: readonly Placed[]): Cell {
  return { sections: column.map(({ section }) => section), hasAside: false };
}

function chunks<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
