import { codeModules, isTest } from './codeModule.ts';
import type { HouseRule } from './houseRule.ts';

/** What other files may call says what it promises: each exported function and class has a documentation comment. */
export const docstrings: HouseRule = {
  name: 'docstrings',
  find: (repository) =>
    [...codeModules(repository).values()]
      .filter(({ path }) => !isTest(path))
      .flatMap(({ path, undocumented }) =>
        undocumented.map(({ text, line }) => ({
          path: `${path}:${line}`,
          message: `${text} does not say what it promises`,
        })),
      ),
};
