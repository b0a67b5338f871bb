import { randomInt } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ClerkId, type Configuration, idSchemas, required } from '@okienko/shared';
import { z } from 'zod';
import { StartRefused } from './startRefused.ts';

export type DemoPin = { readonly clerkId: ClerkId; readonly name: string; readonly pin: string };

const fileSchema = z.record(idSchemas.clerk, z.string().regex(/^[0-9]{6}$/));

/**
 * The PINs of a demo's clerks: random ones that a data folder keeps from its first start, or one for all.
 *
 * They are shown on the terminal of whoever starts the demo and nowhere else.
 * @throws StartRefused naming the file where it cannot be read or written.
 */
export function demoPins(configuration: Configuration, dataFolder: string, onePin: string | null): readonly DemoPin[] {
  const kept = onePin === null ? keptPins(join(dataFolder, 'demo-pins.json'), configuration) : {};
  return configuration.clerks.map(({ id, name }) => ({
    clerkId: id,
    name,
    pin: onePin ?? required(kept[id], 'the PIN of a clerk'),
  }));
}

function keptPins(file: string, configuration: Configuration): Readonly<Record<string, string>> {
  const pins: Record<string, string> = existsSync(file) ? readPins(file) : {};
  const missing = configuration.clerks.filter(({ id }) => pins[id] === undefined);
  if (missing.length === 0) return pins;
  for (const { id } of missing) pins[id] = freshPin(Object.values(pins));
  writePins(file, pins);
  return pins;
}

function writePins(file: string, pins: Readonly<Record<string, string>>): void {
  try {
    writeFileSync(file, `${JSON.stringify(pins, null, 2)}\n`, { mode: 0o600 });
  } catch (error) {
    throw new StartRefused(`The demo's PINs cannot be kept in ${file}.`, { cause: error });
  }
}

function readPins(file: string): Record<string, string> {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new StartRefused(`The demo's PINs cannot be read from ${file}; remove it to get new ones.`, { cause: error });
  }
}

/** A PIN that no other clerk has, because the PIN alone says who signs in. */
function freshPin(taken: readonly string[]): string {
  const pin = String(randomInt(1_000_000)).padStart(6, '0');
  return taken.includes(pin) ? freshPin(taken) : pin;
}
