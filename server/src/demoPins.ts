import { randomInt } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ClerkId, type Configuration, idSchemas } from '@okienko/shared';
import { z } from 'zod';

export type DemoPin = { readonly clerkId: ClerkId; readonly name: string; readonly pin: string };

const fileSchema = z.record(idSchemas.clerk, z.string().regex(/^[0-9]{6}$/));

/**
 * The PINs of a demo's clerks: random ones that a data folder keeps from its first start, or one for all.
 *
 * They are shown on the terminal of whoever starts the demo and nowhere else.
 * @throws Error naming the file where it cannot be read or written.
 */
export function demoPins(configuration: Configuration, dataFolder: string, onePin: string | null): readonly DemoPin[] {
  const kept = onePin === null ? keptPins(join(dataFolder, 'demo-pins.json'), configuration) : {};
  return configuration.clerks.map(({ id, name }) => ({ clerkId: id, name, pin: onePin ?? kept[id] ?? '' }));
}

function keptPins(file: string, configuration: Configuration): Readonly<Record<string, string>> {
  const pins: Record<string, string> = existsSync(file) ? readPins(file) : {};
  const missing = configuration.clerks.filter(({ id }) => pins[id] === undefined);
  if (missing.length === 0) return pins;
  for (const { id } of missing) pins[id] = freshPin(Object.values(pins));
  writeFileSync(file, `${JSON.stringify(pins, null, 2)}\n`, { mode: 0o600 });
  return pins;
}

function readPins(file: string): Record<string, string> {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new Error(`The demo's PINs cannot be read from ${file}; remove it to get new ones.`, { cause: error });
  }
}

/** A PIN that no other clerk has, because the PIN alone says who signs in. */
function freshPin(taken: readonly string[]): string {
  const pin = String(randomInt(1_000_000)).padStart(6, '0');
  return taken.includes(pin) ? freshPin(taken) : pin;
}
