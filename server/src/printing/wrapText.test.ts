import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrapBalanced, wrapText } from './wrapText.ts';

const words = fc.array(fc.stringMatching(/^[a-ząćęłńóśźż]{1,14}$/), { maxLength: 20 });
const columns = fc.integer({ min: 1, max: 48 });

describe('wrapping', () => {
  it('given one-letter words at a line end, then they go over with the next word', () => {
    expect(wrapText('Numer pokażemy na tablicy i wywołamy głosem.', 28)).toEqual([
      'Numer pokażemy na tablicy',
      'i wywołamy głosem.',
    ]);
    expect(wrapText('kolejka w i z domu', 12)).toEqual(['kolejka', 'w i z domu']);
  });

  it('given a name with a dash, then the dash stays with the word before it', () => {
    expect(wrapText('Dowód osobisty – złożenie wniosku', 17)).toEqual(['Dowód osobisty –', 'złożenie wniosku']);
    expect(wrapText('Dowód osobisty – wniosek', 15)).toEqual(['Dowód', 'osobisty –', 'wniosek']);
  });

  it('given a no-break space, then the line does not break there and the paper gets a plain one', () => {
    expect(wrapText('czas 15\u00a0min', 8)).toEqual(['czas', '15 min']);
  });

  it('given a name that needs two lines, when balanced, then they are about equally long', () => {
    expect(wrapBalanced('Реєстрація та зняття з реєстрації місця проживання', 48)).toEqual([
      'Реєстрація та зняття',
      'з реєстрації місця проживання',
    ]);
    expect(wrapBalanced('Rejestracja pojazdu', 48)).toEqual(['Rejestracja pojazdu']);
  });

  it('given nothing, then there is no line', () => {
    expect(wrapText('  ', 10)).toEqual([]);
    expect(wrapBalanced('', 10)).toEqual([]);
  });

  it('given any words, then no line is too long and no letter is lost', () => {
    fc.assert(
      fc.property(words, columns, (text, width) => {
        for (const lines of [wrapText(text.join(' '), width), wrapBalanced(text.join(' '), width)]) {
          expect(lines.every((line) => line.length > 0 && line.length <= width)).toBe(true);
          expect(lines.join('').replaceAll(' ', '')).toBe(text.join(''));
        }
      }),
    );
  });

  it('given words that all fit, then no line ends with a one-letter word, and balancing adds no line', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,6}$/), { maxLength: 20 }), (text) => {
        const lines = wrapText(text.join(' '), 48);
        const balanced = wrapBalanced(text.join(' '), 48);
        expect(balanced).toHaveLength(lines.length);
        for (const line of [...lines.slice(0, -1), ...balanced.slice(0, -1)]) {
          const isLongRun = line.split(' ').every((word) => word.length === 1);
          expect(isLongRun || !/ [a-z]$/.test(line)).toBe(true);
        }
      }),
    );
  });
});
