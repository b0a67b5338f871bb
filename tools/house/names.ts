import { isCode } from './codeModule.ts';
import type { HouseRule } from './houseRule.ts';

const homeless = new Set(['utils', 'util', 'common', 'helpers', 'helper', 'services', 'types', 'misc', 'lib']);

/** Words that make no concept wherever they stand in a name ("ticketUtils", "dateHelpers"). */
const emptyWord = /(Utils?|Helpers?|Misc)$/;

const searched = /^(shared|pipe|server|apps|replay|e2e|simulation|bench|tools)\//;

/** A file without a concept has no home: no folder and no file is called utils, common, helpers, services or types. */
export const names: HouseRule = {
  name: 'names',
  find: ({ files }) =>
    [...files]
      .filter(([path]) => searched.test(path))
      .flatMap(([path, text]) => judgeName(path, text).map((message) => ({ path, message }))),
};

function judgeName(path: string, text: string): readonly string[] {
  const segments = path.split('/').map((segment) => segment.split('.')[0] ?? '');
  const name = segments.at(-1) ?? '';
  const homelessNames = segments.filter((segment) => homeless.has(segment.toLowerCase()) || emptyWord.test(segment));
  const component = name.replace(/^[a-z]/, (letter) => letter.toUpperCase());
  const hidesComponent = component !== name && new RegExp(`export (const|function|class) ${component}\\b`).test(text);
  return [
    ...homelessNames.map((segment) => `"${segment}" names no concept`),
    ...(path.endsWith('.tsx') && hidesComponent ? [`is named after its component: ${component}.tsx`] : []),
    ...(isCode(path) && /[-_]/.test(name) ? ['a file of code is named in camelCase after its main export'] : []),
  ];
}
