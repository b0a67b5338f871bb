import { codeModules, isTest } from './codeModule.ts';
import type { HouseRule } from './houseRule.ts';
import { parseCatalogues } from './parseCatalogues.ts';

const speaking = /^(shared|pipe|server|apps)\//;

const keyForm = /^[a-z][A-Za-z0-9]*(\.[A-Za-z0-9_-]+)+$/;

/** Endings that make a dotted word a file's name. */
const fileName = /\.(ts|tsx|mjs|js|json|css|html|svg|png|wav|db|sqlite|lock|txt|woff2)$/;

/**
 * Every message is used somewhere, and every key that code names exists. A template that begins with a key's first
 * words ("counter.outcome.${outcome}") uses all messages that begin so, and there must be some.
 */
export const catalogueKeys: HouseRule = {
  name: 'catalogue keys',
  find(repository) {
    const [catalogue] = parseCatalogues(repository);
    if (catalogue === undefined) return [];
    const keys = new Set(catalogue.messages.keys());
    const areas = new Set([...keys].map((key) => key.split('.')[0] ?? ''));
    const isOfArea = (text: string) => areas.has(text.split('.')[0] ?? '');
    const modules = [...codeModules(repository).values()].filter(({ path }) => speaking.test(path) && !isTest(path));
    const literals = modules.flatMap(({ path, literals: texts }) => texts.map((text) => ({ path, ...text })));
    const starts = modules
      .flatMap(({ path, templateStarts }) => templateStarts.map((text) => ({ path, ...text })))
      .filter(({ text }) => /^[a-z]\w*\./.test(text) && isOfArea(text));
    const used = new Set(literals.map(({ text }) => text));
    const isUsed = (key: string) => used.has(key) || starts.some(({ text }) => key.startsWith(text));
    return [
      ...[...keys]
        .filter((key) => !isUsed(key))
        .map((key) => ({ path: catalogue.path, message: `nothing uses "${key}"` })),
      ...literals
        .filter(({ text }) => keyForm.test(text) && isOfArea(text) && !fileName.test(text) && !keys.has(text))
        .map(({ path, line, text }) => ({ path: `${path}:${line}`, message: `no catalogue has "${text}"` })),
      ...starts
        .filter(({ text }) => ![...keys].some((key) => key.startsWith(text)))
        .map(({ path, line, text }) => ({
          path: `${path}:${line}`,
          message: `no catalogue key begins with "${text}"`,
        })),
    ];
  },
};
