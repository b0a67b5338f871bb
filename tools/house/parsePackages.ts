import { dirname } from 'node:path/posix';
import type { Repository } from './houseRule.ts';

/** One package.json of the repository. */
export interface Package {
  readonly path: string;
  /** The folder it stands in; an empty string for the root. */
  readonly folder: string;
  readonly name: string;
  /** Subpath ("." or "./text") to target ("./src/index.ts"). */
  readonly exports: ReadonlyMap<string, string>;
  /** Name to version of every kind of dependency. */
  readonly dependencies: ReadonlyMap<string, string>;
  readonly scripts: ReadonlyMap<string, string>;
}

const dependencyFields = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];

/** Every package.json of the repository. Throws a SyntaxError for one that is not JSON. */
export function parsePackages(repository: Repository): readonly Package[] {
  return [...repository.files]
    .filter(([path]) => path === 'package.json' || path.endsWith('/package.json'))
    .map(([path, text]) => parsePackage(path, text));
}

/** The innermost package that the file belongs to. */
export function packageOf(packages: readonly Package[], path: string): Package | undefined {
  return packages
    .filter((candidate) => candidate.folder === '' || path.startsWith(`${candidate.folder}/`))
    .toSorted((one, other) => other.folder.length - one.folder.length)[0];
}

function parsePackage(path: string, text: string): Package {
  const fields: unknown = JSON.parse(text);
  const folder = dirname(path);
  return {
    path,
    folder: folder === '.' ? '' : folder,
    name: String(fieldOf(fields, 'name')),
    exports: stringsOf(fieldOf(fields, 'exports')),
    dependencies: new Map(dependencyFields.flatMap((field) => [...stringsOf(fieldOf(fields, field))])),
    scripts: stringsOf(fieldOf(fields, 'scripts')),
  };
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? new Map<string, unknown>(Object.entries(value)).get(name)
    : undefined;
}

function stringsOf(value: unknown): ReadonlyMap<string, string> {
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(Object.entries(value).map(([name, text]) => [name, String(text)]));
}
