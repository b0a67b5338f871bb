import { describe, expect, it } from 'vitest';
import { assert, AssertionFailure, assertNever, required } from './assert.ts';

describe('what must be true', () => {
  it('given what is true, then nothing happens', () => {
    expect(() => assert(true, 'never said')).not.toThrow();
  });

  it('given what is false, then it is an AssertionFailure that says what was promised', () => {
    expect(() => assert(false, 'counters are free')).toThrow(AssertionFailure);
    expect(() => assert(false, 'counters are free')).toThrow('counters are free');
  });

  it.each([0, '', false])('given %j, then it is there', (value) => {
    expect(required(value, 'a value')).toBe(value);
  });

  it.each([null, undefined])('given %s, then what is missing is named', (value) => {
    expect(() => required(value, 'the clerk')).toThrow('the clerk is missing');
  });

  it('given a member that no case expects, then it fails loudly and names it', () => {
    expect(() => {
      Reflect.apply(assertNever, undefined, [{ type: 'Stray' }]);
    }).toThrow('no case for {"type":"Stray"}');
  });
});
