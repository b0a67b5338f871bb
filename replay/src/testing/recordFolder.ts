import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const folders: string[] = [];
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder with these files, gone at the end of the test run; a name that ends in `.gz` is packed. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'okienko-record-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), name.endsWith('.gz') ? gzipSync(text) : text);
  }
  return folder;
}

/** The two files of a recorded office with two days and three queues, two of them with the same letter. */
export const smallRecord = {
  'queues.csv.gz': [
    'office,queue_id,letter,queue_name',
    'UD_Test,11,A,"Meldunki,  dowody"',
    'UD_Test,12,A,Kasa',
    'UD_Test,13, ,Wybory',
    'UD_Test,13,B,Wybory po raz drugi',
    'UD_Inny,11,A,Inna',
    '',
  ].join('\n'),
  'tickets_reconstructed.csv.gz': [
    'office,queue_id,date,ticket,issued_min,called_min,wait_min',
    'UD_Test,11,2020-01-03,2,480.0,481.0,1.0',
    'UD_Test,11,2020-01-03,3,480.0,481.5,1.5',
    'UD_Test,11,2020-01-03,7,482.5,500.0,17.5',
    'UD_Test,12,2020-01-03,1,480.0,480.0,0.0',
    'UD_Test,13,2020-01-03,4,490.0,495.2,5.2',
    'UD_Test,11,2020-01-07,1,480.0,481.0,1.0',
    'UD_Inny,11,2020-01-03,1,480.0,481.0,1.0',
    '',
  ].join('\n'),
} as const;
