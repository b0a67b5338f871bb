import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const example = join(dirname(fileURLToPath(import.meta.url)), '../../server/examples/pom-bronowice.json');
/** A minute of the night in which no test can be sure to run, and none needs to. */
const hours = '["03:59", "04:00"]';
/** Any hash in the right form: nobody signs in at a closed branch. */
const pinHash = `"scrypt:${'A'.repeat(24)}:${'A'.repeat(44)}"`;

/** Writes the example branch into `folder` as one that is not a demo and is closed now; gives the file. */
export function writeClosedBranch(folder: string): string {
  const file = join(folder, 'closed.json');
  const open = readFileSync(example, 'utf8');
  const closed = open
    .replace('"demo": true', '"demo": false')
    .replaceAll(/"(mon|tue|wed|thu|fri)": \[[^\]]*\]/g, `"$1": ${hours}`)
    .replace(/"sat": \[[^\]]*\]/, '"sat": null')
    .replaceAll(/"pinHash": null/g, `"pinHash": ${pinHash}`);
  writeFileSync(file, closed);
  return file;
}
