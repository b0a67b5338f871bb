import { describe, expect, it } from 'vitest';
import { splitBranchName } from './branchName.ts';

describe('the name of a branch', () => {
  it('given an office and a place, splits at the last dash', () => {
    expect(splitBranchName('Punkt Obsługi Mieszkańców – Galeria Bronowice')).toEqual({
      office: 'Punkt Obsługi Mieszkańców',
      place: 'Galeria Bronowice',
    });
  });
  it('given no spaced dash, is all place', () => {
    expect(splitBranchName('Bielsko-Biała')).toEqual({ office: null, place: 'Bielsko-Biała' });
  });
});
