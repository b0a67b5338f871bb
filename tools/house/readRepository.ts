import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Repository } from './houseRule.ts';

/** What .gitignore leaves out; read from the folder itself, because a clean checkout need not have git. */
const ignoredNames = new Set(['.git', 'node_modules', 'dist', '.build', '.okienko', 'coverage']);

const binaryName = /\.(png|jpg|gif|ico|icns|woff2?|wav|mp3|ogg|db|bin|gz|zip|pdf)$/;

/** Reads every file that belongs to the repository at `root`. */
export function readRepository(root: string): Repository {
  const paths = listFiles(root).toSorted();
  return {
    files: new Map(
      paths.map((path) => [
        relative(root, path).split(sep).join('/'),
        binaryName.test(path) ? '' : readFileSync(path, 'utf8'),
      ]),
    ),
  };
}

function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (ignoredNames.has(entry.name) || entry.name.endsWith('.log')) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? listFiles(path) : [path];
  });
}
