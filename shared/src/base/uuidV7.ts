import { assert } from './assert.ts';

/** How many random bytes a new id takes; six of their bits give way to version and variant. */
export const uuidRandomBytes = 10;

/**
 * A UUID of version 7, in small letters: ids of one maker sort by their time of making, and two makers never share one.
 *
 * Source: RFC 9562, section 5.7: 48 bits of Unix milliseconds, version, 74 random bits.
 *
 * @param random `uuidRandomBytes` bytes of a generator for secrets.
 */
export function uuidV7(unixMs: number, random: Uint8Array): string {
  assert(random.length === uuidRandomBytes, 'an id is made of ten random bytes');
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, Math.floor(unixMs / 2 ** 32));
  view.setUint32(2, unixMs % 2 ** 32);
  bytes.set(random, 6);
  view.setUint8(6, 0x70 | (view.getUint8(6) & 0x0f));
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
