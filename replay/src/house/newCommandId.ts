import { randomUUID } from 'node:crypto';
import { type CommandId, idSchemas } from '@okienko/shared';

/** A command id that no other has. */
export function newCommandId(): CommandId {
  return idSchemas.clientCommand.parse(randomUUID());
}
