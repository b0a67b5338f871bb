import { assert, type CommandId, idSchemas, parse, uuidRandomBytes, uuidV7 } from '@okienko/shared';

/** A fresh UUIDv7, so that ids of one device sort roughly by time and two devices never share one. */
export function newCommandId(wallNowMs: number = Date.now()): CommandId {
  const text = uuidV7(wallNowMs, crypto.getRandomValues(new Uint8Array(uuidRandomBytes)));
  const parsed = parse(idSchemas.clientCommand, text);
  assert(parsed.isValid, 'a new command id is a UUID');
  return parsed.value;
}
