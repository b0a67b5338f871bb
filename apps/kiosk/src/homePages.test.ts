import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HomePage, homePagesOf } from './homePages.ts';
import { pageMeasureOf } from './kioskLayout.ts';
import { configurationOf, exampleConfiguration } from './testing/exampleConfiguration.ts';

const ordinary = { isLarge: false, isLow: false };

/** The letters of each column, from left to right, band by band: `-` where the free row is used. */
function drawn({ bands }: HomePage): readonly string[] {
  return bands.map((band) =>
    band
      .map(({ sections, hasAside }) => {
        const letters = sections.map((section) => section.services.map(({ letter }) => letter).join('')).join(' ');
        return hasAside ? `${letters} -` : letters;
      })
      .join(' | '),
  );
}

describe('the services on home', () => {
  it('given 1080×1920, then all stand on one page, each group under its name', () => {
    const pages = homePagesOf(exampleConfiguration, pageMeasureOf('portrait', ordinary), 1_319);
    expect(pages.map(drawn)).toEqual([['DEM PO G S']]);
    expect(pages[0]?.bands.flat(2).flatMap(({ sections }) => sections.map(({ hasHeading }) => hasHeading))).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  it('given 1280×1024, then two columns, groups of one without a heading, a free row for the hours', () => {
    const pages = homePagesOf(exampleConfiguration, pageMeasureOf('landscape', ordinary), 650);
    expect(pages.map(drawn)).toEqual([['DEM - | PO G S']]);
  });

  it('given 1024×768, then five services and the key to the others', () => {
    const pages = homePagesOf(exampleConfiguration, pageMeasureOf('small', ordinary), 456);
    expect(pages.map(drawn)).toEqual([['DEM | PO'], ['G S | ']]);
  });

  it('given 1920×1080, then group beside group, row by row', () => {
    const pages = homePagesOf(exampleConfiguration, pageMeasureOf('wide', ordinary), 700);
    expect(pages.map(drawn)).toEqual([['DEM | PO -', 'G | S']]);
  });

  it('given large text, then three services a page', () => {
    const pages = homePagesOf(exampleConfiguration, pageMeasureOf('portrait', { isLarge: true, isLow: false }), 800);
    expect(pages.map(drawn)).toEqual([['DEM'], ['PO G'], ['S']]);
  });

  it('given any branch and any room, then every service is on exactly one page, in its order, and pages are few', () => {
    const services = fc
      .array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 7 })
      .map((sizes) =>
        sizes.flatMap((size, group) =>
          Array.from({ length: size }, (_, index) => ({ id: `s-${group}-${index}`, group: `g-${group}`, letter: 'A' })),
        ),
      );
    const layouts = fc.constantFrom('portrait', 'landscape', 'small', 'wide');
    fc.assert(
      fc.property(services, layouts, fc.integer({ min: 320, max: 1_600 }), (sketches, layout, heightPx) => {
        const configuration = configurationOf(sketches);
        const pages = homePagesOf(configuration, pageMeasureOf(layout, ordinary), heightPx);
        const sections = pages.flatMap(({ bands }) => bands.flat().flatMap((cell) => cell.sections));
        expect(sections.flatMap((section) => section.services)).toEqual(configuration.services);
        expect(pages.length).toBeLessThanOrEqual(sketches.length);
        for (const section of sections) {
          expect(section.services.length).toBeGreaterThan(0);
          expect(section.services.every((service) => service.group === section.group.id)).toBe(true);
        }
      }),
    );
  });
});
