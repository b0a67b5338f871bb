import { describe, expect, it } from 'vitest';
import { consoleFormOf } from './consoleForm.ts';
import { needsWholeWidth, stripName } from './stripLayout.ts';

describe('the form of the console', () => {
  it.each([
    [1366, 768, 'full'],
    [1920, 1040, 'full'],
    [360, 768, 'dock'],
    [683, 384, 'dock'],
    [360, 120, 'strip'],
    [1366, 120, 'strip'],
  ])('given a window of %i by %i px, is %s', (width, height, form) => {
    expect(consoleFormOf(width, height)).toBe(form);
  });
});

describe('a name in the strip', () => {
  it('given up to three lines beside the count, stands there', () => {
    expect(needsWholeWidth('Dowód osobisty – złożenie wniosku', 'pl')).toBe(false);
    expect(needsWholeWidth('Odbiór dowodu rejestracyjnego', 'pl')).toBe(false);
  });
  it('given a fourth line, takes the whole width', () => {
    expect(needsWholeWidth('Реєстрація та зняття з реєстрації місця проживання', 'uk')).toBe(true);
  });
  it('given a dash, holds it to the word before', () => {
    expect(stripName('Dowód osobisty – odbiór')).toBe('Dowód osobisty\u00a0– odbiór');
  });
});
