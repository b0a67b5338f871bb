import type { Configuration } from '@okienko/shared';
import type { Mistake } from './configurationCheck.ts';

/** The grounds that accents stand on: the light page and the dark board of the product's look. */
const stone = '#F4F1EA';
const board = '#0B1F3F';
/** WCAG 2.2, 1.4.6 asks for 7:1 for body text; an accent is text and the ground of a white letter. */
const leastContrast = 7;

/** The accents that cannot be read on their ground, each with its measured contrast. */
export function accentMistakes(configuration: Configuration): readonly Mistake[] {
  return configuration.serviceGroups.flatMap(({ accent }, index) => [
    ...mistakesOf(`serviceGroups[${index}].accent.onLight`, accent.onLight, stone),
    ...mistakesOf(`serviceGroups[${index}].accent.onDark`, accent.onDark, board),
  ]);
}

function mistakesOf(path: string, colour: string, ground: string): readonly Mistake[] {
  const contrast = contrastOf(colour, ground);
  if (contrast >= leastContrast) return [];
  return [
    { path, problem: `${colour} on ${ground} has a contrast of ${contrast.toFixed(2)}, at least 7.00 is needed` },
  ];
}

/** Contrast ratio of two colours, 1 to 21. Source: WCAG 2.2, definition of contrast ratio. */
export function contrastOf(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Relative luminance, 0 to 1. Source: WCAG 2.2, definition of relative luminance. */
function luminanceOf(colour: string): number {
  const channel = (from: number) => {
    const value = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
