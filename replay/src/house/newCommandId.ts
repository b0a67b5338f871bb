import { randomBytes } from 'node:crypto';
import { type CommandId, idSchemas, uuidRandomBytes, uuidV7 } from '@okienko/shared';

/** A command id that no other has. */
export function newCommandId(): CommandId {
  return idSchemas.clientCommand.parse(uuidV7(Date.now(), randomBytes(uuidRandomBytes)));
}
