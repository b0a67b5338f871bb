import { createInterface } from 'node:readline/promises';
import { hashPin } from './gateway/clerkPins.ts';

/**
 * Asks for a clerk's new PIN and prints the hash that the configuration of a real branch holds (`clerks[].pinHash`).
 *
 * The PIN is read from standard input and never from an argument, which the machine's process list would show.
 */
const terminal = createInterface({ input: process.stdin, output: process.stderr });
const pin = (await terminal.question('PIN (six digits): ')).trim();
terminal.close();
if (/^[0-9]{6}$/.test(pin)) {
  process.stdout.write(`${await hashPin(pin)}\n`);
} else {
  process.stderr.write('A PIN has six digits.\n');
  process.exitCode = 1;
}
