import type { Migration } from './migration.ts';
import { migration0001Initial } from './migration0001Initial.ts';

/** Every step of the schema, oldest first. */
export const migrations: readonly Migration[] = [migration0001Initial];
