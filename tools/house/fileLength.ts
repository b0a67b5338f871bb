import { isCode } from './codeModule.ts';
import type { HouseRule } from './houseRule.ts';

const longestLines = 400;

/** A file holds one concept: 45 to 85 lines is the aim, 400 the limit (oxlint keeps functions to 70). */
export const fileLength: HouseRule = {
  name: 'file length',
  find: ({ files }) =>
    [...files]
      .filter(([path]) => isCode(path) || path.endsWith('.css') || path === '.ci/run')
      .map(([path, text]) => ({ path, lines: text.trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > longestLines)
      .map(({ path, lines }) => ({ path, message: `${lines} lines; the limit is ${longestLines}` })),
};
