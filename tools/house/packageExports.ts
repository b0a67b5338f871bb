import { join } from 'node:path/posix';
import type { HouseRule } from './houseRule.ts';
import { parsePackages } from './parsePackages.ts';

/** A package that others import says what it exports, and each thing that it exports is there. */
export const packageExports: HouseRule = {
  name: 'package exports',
  find(repository) {
    const packages = parsePackages(repository);
    return packages.flatMap(({ path, name, folder, exports }) => {
      const isImported = packages.some(({ dependencies }) => dependencies.has(name));
      const missing = [...exports.values()].filter((target) => !repository.files.has(join(folder, target)));
      return [
        ...(isImported && exports.size === 0 ? [{ path, message: 'is imported but exports nothing' }] : []),
        ...missing.map((target) => ({ path, message: `exports ${target}, which is not there` })),
      ];
    });
  },
};
