import { codeModules, isTest } from './codeModule.ts';
import type { HouseRule } from './houseRule.ts';

const speaking = /^(shared|pipe|server|apps)\/.*\/?src\//;

/** Letters of Polish and Ukrainian that English code has no use for. */
const foreignLetter = /[ąćęłńóśźżĄĆĘŁŃÓŚŹŻ\u0400-\u04FF]/;

/** Tables of letters are the business of printing and of the decoder. */
const letterTables = /^server\/src\/printing\//;

/** What people read is in the catalogues, so that it can be translated and checked. */
export const textInCode: HouseRule = {
  name: 'text in code',
  find: (repository) =>
    [...codeModules(repository).values()]
      .filter(({ path }) => speaking.test(path) && !isTest(path) && !letterTables.test(path))
      .flatMap(({ path, literals, templateStarts, shownTexts }) =>
        [
          ...[...literals, ...templateStarts].filter(({ text }) => foreignLetter.test(text)),
          ...shownTexts.filter(({ text }) => /\p{L}{2}/u.test(text) && !foreignLetter.test(text)),
        ].map(({ text, line }) => ({ path: `${path}:${line}`, message: `"${text.trim()}" belongs in the catalogues` })),
      ),
};
