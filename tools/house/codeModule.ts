import { type ESTree, parseSync, Visitor } from 'vite';
import type { Repository } from './houseRule.ts';

/** A piece of text in a source file and the line on which it begins, counted from 1. */
export interface TextAt {
  readonly text: string;
  readonly line: number;
}

/** What the rules need to know of one source file. */
export interface CodeModule {
  readonly path: string;
  /** Specifiers of imports, re-exports and dynamic imports. */
  readonly imports: readonly TextAt[];
  /** String literals, JSX text and templates without expressions. */
  readonly literals: readonly TextAt[];
  /** Words between JSX tags and in attributes that are shown or spoken. */
  readonly shownTexts: readonly TextAt[];
  /** The text before the first expression of each template that has one. */
  readonly templateStarts: readonly TextAt[];
  readonly comments: readonly TextAt[];
  /** Names of exported functions and classes that have no documentation comment right above them. */
  readonly undocumented: readonly TextAt[];
}

const shownAttribute = /^(title|alt|placeholder|aria-(label|description|roledescription|valuetext))$/;

const parsedModules = new WeakMap<Repository, ReadonlyMap<string, CodeModule>>();

/** The source files of the repository (TypeScript and JavaScript), each parsed once. Throws on a syntax error. */
export function codeModules(repository: Repository): ReadonlyMap<string, CodeModule> {
  const known = parsedModules.get(repository);
  if (known !== undefined) return known;
  const code = [...repository.files].filter(([path]) => isCode(path));
  const modules = new Map(code.map(([path, text]) => [path, parseModule(path, text)]));
  parsedModules.set(repository, modules);
  return modules;
}

/** Whether the file holds code of ours that a parser can read. */
export function isCode(path: string): boolean {
  return /\.(ts|tsx|mjs|cjs|js)$/.test(path);
}

/** Whether the file is a test, or a suite that several tests run (`journalContract.ts`). */
export function isTest(path: string): boolean {
  return /(\.test\.tsx?|Contract\.ts)$|\/testing\//.test(path);
}

function parseModule(path: string, text: string): CodeModule {
  const { program, comments, errors } = parseSync(path, text);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${path}: ${error.message}`);
  const lineOf = lineFinder(text);
  const imports: TextAt[] = [];
  const literals: TextAt[] = [];
  const shownTexts: TextAt[] = [];
  const templateStarts: TextAt[] = [];
  const undocumented: TextAt[] = [];
  const docEnds = comments.filter(({ value }) => value.startsWith('*')).map(({ end }) => end);
  const addImport = (node: { readonly source: { readonly value: string; readonly start: number } | null }) => {
    if (node.source !== null) imports.push({ text: node.source.value, line: lineOf(node.source.start) });
  };
  new Visitor({
    ImportDeclaration: addImport,
    ExportAllDeclaration: addImport,
    ExportNamedDeclaration: (node) => {
      addImport(node);
      const hasDocstring = docEnds.some((end) => end < node.start && text.slice(end, node.start).trim() === '');
      if (hasDocstring || node.declaration === null) return;
      undocumented.push(...functionNames(node.declaration).map((name) => ({ text: name, line: lineOf(node.start) })));
    },
    TSImportType: addImport,
    ImportExpression: ({ source }) => {
      if (source.type === 'Literal' && typeof source.value === 'string') {
        imports.push({ text: source.value, line: lineOf(source.start) });
      }
    },
    Literal: ({ value, start }) => {
      if (typeof value === 'string') literals.push({ text: value, line: lineOf(start) });
    },
    JSXText: ({ value, start }) => {
      literals.push({ text: value, line: lineOf(start) });
      shownTexts.push({ text: value, line: lineOf(start) });
    },
    JSXAttribute: ({ name, value }) => {
      if (name.type !== 'JSXIdentifier' || !shownAttribute.test(name.name)) return;
      if (value?.type === 'Literal') shownTexts.push({ text: value.value, line: lineOf(value.start) });
    },
    TemplateLiteral: ({ quasis, expressions, start }) => {
      const target = expressions.length === 0 ? literals : templateStarts;
      target.push({ text: quasis[0]?.value.cooked ?? '', line: lineOf(start) });
    },
  }).visit(program);
  const commentTexts = comments.map(({ value, start }) => ({ text: value, line: lineOf(start) }));
  return { path, imports, literals, shownTexts, templateStarts, comments: commentTexts, undocumented };
}

/** The names of the functions and classes that a declaration makes, also of those written as constants. */
function functionNames(declaration: ESTree.Declaration): readonly string[] {
  if (declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration') {
    return declaration.id === null ? [] : [declaration.id.name];
  }
  if (declaration.type !== 'VariableDeclaration') return [];
  return declaration.declarations.flatMap(({ id, init }) =>
    id.type === 'Identifier' && /^(Arrow)?FunctionExpression$/.test(init?.type ?? '') ? [id.name] : [],
  );
}

/** Offsets of the parser are UTF-16 units, as JavaScript's own. */
function lineFinder(text: string): (offset: number) => number {
  return (offset) => text.slice(0, offset).split('\n').length;
}
