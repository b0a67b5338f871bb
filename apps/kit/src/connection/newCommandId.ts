import { type CommandId, idSchemas, parse, assert } from '@okienko/shared';

/**
 * A fresh UUIDv7 (RFC 9562, section 5.7): 48 bits of wall milliseconds, then 74 random bits, so that ids of one device
 * sort roughly by time and two devices never share one.
 */
export function newCommandId(wallNowMs: number = Date.now()): CommandId {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const view = new DataView(bytes.buffer);
  view.setUint16(0, Math.floor(wallNowMs / 2 ** 32));
  view.setUint32(2, wallNowMs % 2 ** 32);
  view.setUint8(6, 0x70 | (view.getUint8(6) & 0x0f));
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const text = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  const parsed = parse(idSchemas.clientCommand, text);
  assert(parsed.isValid, 'a new command id is a UUID');
  return parsed.value;
}
