import type { HouseRule } from './houseRule.ts';
import { parsePackages } from './parsePackages.ts';

const recordPath = 'docs/adr/0001-dependencies.md';

const exactVersion = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

/** Each dependency is pinned to one version, the same everywhere, and the record says in a sentence why it is there. */
export const dependenciesPinned: HouseRule = {
  name: 'dependencies pinned',
  find(repository) {
    const packages = parsePackages(repository);
    const own = new Set(packages.map(({ name }) => name));
    const record = repository.files.get(recordPath) ?? '';
    const wanted = packages.flatMap(({ path, dependencies }) =>
      [...dependencies].filter(([name]) => !own.has(name)).map(([name, version]) => ({ path, name, version })),
    );
    const recorded = [...record.matchAll(/^- `([^`]+)@([^`@]+)`/gm)].map((match) => `${match[1]}@${match[2]}`);
    const inUse = new Set(wanted.map(({ name, version }) => `${name}@${version}`));
    return [
      ...wanted
        .filter(({ version }) => !exactVersion.test(version))
        .map(({ path, name, version }) => ({ path, message: `${name} is "${version}", not one exact version` })),
      ...wanted
        .filter(({ name, version }) => wanted.some((other) => other.name === name && other.version !== version))
        .map(({ path, name, version }) => ({ path, message: `${name}@${version} is another version elsewhere` })),
      ...[...inUse]
        .filter((entry) => !recorded.includes(entry))
        .map((entry) => ({ path: recordPath, message: `does not say why ${entry} is here` })),
      ...recorded
        .filter((entry) => !inUse.has(entry))
        .map((entry) => ({ path: recordPath, message: `names ${entry}, which no package.json has` })),
    ];
  },
};
