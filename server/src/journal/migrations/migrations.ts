import type { Migration } from './migration.ts';
import { migration0001Initial } from './migration0001Initial.ts';
import { migration0002Restores } from './migration0002Restores.ts';
import { migration0003Retention } from './migration0003Retention.ts';

/** Every step of the schema, oldest first. */
export const migrations: readonly Migration[] = [migration0001Initial, migration0002Restores, migration0003Retention];
