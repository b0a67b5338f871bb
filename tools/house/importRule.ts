import { codeModules } from './codeModule.ts';
import type { HouseRule, Repository } from './houseRule.ts';
import { type Package, parsePackages } from './parsePackages.ts';

/** What a rule says of one import: the file that imports, and what it names; no message means that it may. */
export type JudgeImport = (
  repository: Repository,
  packages: readonly Package[],
  from: string,
  specifier: string,
) => readonly string[];

/** A rule that looks at every import of the repository, one by one. */
export function importRule(name: string, judge: JudgeImport): HouseRule {
  return {
    name,
    find(repository) {
      const packages = parsePackages(repository);
      return [...codeModules(repository).values()].flatMap((module) =>
        module.imports.flatMap(({ text, line }) =>
          judge(repository, packages, module.path, text).map((message) => ({
            path: `${module.path}:${line}`,
            message,
          })),
        ),
      );
    },
  };
}
