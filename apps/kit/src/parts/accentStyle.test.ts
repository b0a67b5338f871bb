import { idSchemas, parse, required } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { accentStyle } from './accentStyle.ts';

const groupId = (text: string) => {
  const parsed = parse(idSchemas.serviceGroup, text);
  return required(parsed.isValid ? parsed.value : null, 'a group id');
};
const groups = [{ id: groupId('pojazdy'), accent: { onLight: '#893800', onDark: '#FF9F66' } }];

describe('the colour of a group', () => {
  it('given the ground, is the configuration’s for it', () => {
    expect(accentStyle(groups, groupId('pojazdy'), 'light')).toEqual({ '--accent': '#893800' });
    expect(accentStyle(groups, groupId('pojazdy'), 'dark')).toEqual({ '--accent': '#FF9F66' });
  });
  it('given a group that is not there, is a bug', () => {
    expect(() => accentStyle(groups, groupId('firma'), 'light')).toThrow('service group firma');
  });
});
