import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { Finding, HouseRule } from './houseRule.ts';
import { type Catalogue, parseCatalogues } from './parseCatalogues.ts';

/** What must agree between languages in one message, and what each plural in it must have. */
interface MessageShape {
  /** Names of arguments and of tags. */
  readonly names: ReadonlySet<string>;
  readonly plurals: readonly { readonly kind: Intl.PluralRuleType; readonly categories: readonly string[] }[];
}

/** Every language has the same keys with the same arguments, and each plural has just its language's categories. */
export const catalogues: HouseRule = {
  name: 'catalogues',
  find(repository) {
    const all = parseCatalogues(repository);
    const keys = new Set(all.flatMap(({ messages }) => [...messages.keys()]));
    return [...all.flatMap(judgeMessages), ...[...keys].flatMap((key) => judgeKey(all, key))];
  },
};

function judgeKey(all: readonly Catalogue[], key: string): readonly Finding[] {
  const absent = all.filter(({ messages }) => !messages.has(key));
  const shapes = all.flatMap(({ messages }) => {
    const shape = shapeOf(messages.get(key) ?? '');
    return messages.has(key) && typeof shape !== 'string' ? [[...shape.names].toSorted().join(', ')] : [];
  });
  return [
    ...absent.map(({ path }) => ({ path, message: `has no "${key}"` })),
    ...(new Set(shapes).size > 1
      ? [{ path: 'shared/src/text', message: `"${key}" has other arguments per language: ${shapes.join(' | ')}` }]
      : []),
  ];
}

function judgeMessages({ path, language, messages }: Catalogue): readonly Finding[] {
  return [...messages].flatMap(([key, message]) => {
    if (message.trim() === '') return [{ path, message: `"${key}" is empty` }];
    const shape = shapeOf(message);
    if (typeof shape === 'string') return [{ path, message: `"${key}" cannot be read: ${shape}` }];
    return shape.plurals.flatMap(({ kind, categories }) => {
      const wanted = new Intl.PluralRules(language, { type: kind }).resolvedOptions().pluralCategories.toSorted();
      const given = categories.filter((category) => !category.startsWith('=')).toSorted();
      if (wanted.join() === given.join()) return [];
      return [{ path, message: `"${key}" has the plurals ${given.join(', ')}; ${language} has ${wanted.join(', ')}` }];
    });
  });
}

/** The shape of a message, or the parser's complaint. */
function shapeOf(message: string): MessageShape | string {
  try {
    return shapeOfElements(parse(message));
  } catch (error) {
    return String(error);
  }
}

function shapeOfElements(elements: readonly MessageFormatElement[]): MessageShape {
  const shapes = elements.map(shapeOfElement);
  return {
    names: new Set(shapes.flatMap(({ names }) => [...names])),
    plurals: shapes.flatMap(({ plurals }) => plurals),
  };
}

function shapeOfElement(element: MessageFormatElement): MessageShape {
  switch (element.type) {
    case TYPE.literal:
    case TYPE.pound:
      return { names: new Set(), plurals: [] };
    case TYPE.argument:
    case TYPE.number:
    case TYPE.date:
    case TYPE.time:
      return { names: new Set([element.value]), plurals: [] };
    case TYPE.tag: {
      const inside = shapeOfElements(element.children);
      return { names: new Set([`<${element.value}>`, ...inside.names]), plurals: inside.plurals };
    }
    case TYPE.select:
    case TYPE.plural: {
      const inside = shapeOfElements(Object.values(element.options).flatMap(({ value }) => value));
      const own =
        element.type === TYPE.plural
          ? [{ kind: element.pluralType ?? 'cardinal', categories: Object.keys(element.options) }]
          : [];
      return { names: new Set([element.value, ...inside.names]), plurals: [...own, ...inside.plurals] };
    }
  }
}
