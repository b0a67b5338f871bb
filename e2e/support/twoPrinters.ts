import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { configurationSchema } from '@okienko/shared';

const example = join(dirname(fileURLToPath(import.meta.url)), '../../server/examples/pom-bronowice.json');

/** The name of the printer that the branch has beside its kiosk's. */
export const deskPrinterName = 'Drukarka przy stanowisku 2';

/** Writes the example branch into `folder` as one with a second virtual printer, behind its kiosk's; gives the file. */
export function writeBranchWithTwoPrinters(folder: string): string {
  const file = join(folder, 'twoPrinters.json');
  const branch = configurationSchema.parse(JSON.parse(readFileSync(example, 'utf8')));
  const desk = { id: 'desk-printer', name: deskPrinterName, profile: 'generic80', connection: { kind: 'virtual' } };
  writeFileSync(file, JSON.stringify({ ...branch, printers: [...branch.printers, desk] }));
  return file;
}
