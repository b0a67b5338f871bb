import { dirname, join } from 'node:path/posix';
import type { Repository } from './houseRule.ts';
import type { Package } from './parsePackages.ts';

/** Where an import leads: into the repository, to a third party, to Node itself, or nowhere. */
export type ImportTarget =
  | { readonly kind: 'file'; readonly path: string; readonly isRelative: boolean }
  | { readonly kind: 'thirdParty'; readonly name: string }
  | { readonly kind: 'node' }
  | { readonly kind: 'missing' };

/** Resolves what the file at `from` imports, by the rules of Node.js for relative paths and workspace packages. */
export function resolveImport(
  repository: Repository,
  packages: readonly Package[],
  from: string,
  specifier: string,
): ImportTarget {
  const bare = specifier.split('?')[0] ?? specifier;
  if (bare.startsWith('.')) return fileTarget(repository, join(dirname(from), bare), true);
  if (bare.startsWith('node:')) return { kind: 'node' };
  const name = bare
    .split('/')
    .slice(0, bare.startsWith('@') ? 2 : 1)
    .join('/');
  const owner = packages.find((candidate) => candidate.name === name && candidate.folder !== '');
  if (owner === undefined) return { kind: 'thirdParty', name };
  const target = owner.exports.get(`.${bare.slice(name.length)}`);
  return target === undefined ? { kind: 'missing' } : fileTarget(repository, join(owner.folder, target), false);
}

function fileTarget(repository: Repository, path: string, isRelative: boolean): ImportTarget {
  return repository.files.has(path) ? { kind: 'file', path, isRelative } : { kind: 'missing' };
}
