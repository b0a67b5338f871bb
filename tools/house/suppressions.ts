import { codeModules } from './codeModule.ts';
import type { HouseRule } from './houseRule.ts';

const suppression = /^\W*((oxlint|eslint)-disable|@ts-(ignore|expect-error|nocheck)|oxfmt-ignore|prettier-ignore)/;

/** A rule that must be silenced in a comment is repaired, in the code or in the rule. */
export const suppressions: HouseRule = {
  name: 'suppressions',
  find: (repository) =>
    [...codeModules(repository).values()].flatMap(({ path, comments }) =>
      comments
        .filter(({ text }) => suppression.test(text))
        .map(({ text, line }) => ({ path: `${path}:${line}`, message: `silences a rule: ${text.trim()}` })),
    ),
};
