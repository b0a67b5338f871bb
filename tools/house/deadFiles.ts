import { dirname, join } from 'node:path/posix';
import { type CodeModule, codeModules, isCode, isTest } from './codeModule.ts';
import type { HouseRule, Repository } from './houseRule.ts';
import { type Package, parsePackages } from './parsePackages.ts';
import { resolveImport } from './resolveImport.ts';

const searched = /^(shared|pipe|server|apps|replay|e2e|simulation|bench|tools)\/.*\.(ts|tsx|mjs|css)$/;

const namedEntry =
  /^server\/src\/main\.ts$|^apps\/\w+\/(electron\/(main|preload)\.ts|vite\.config\.ts)$|^[^/]+\.config\.ts$/;

/**
 * Every source file is reached from something that runs: what a package exports, a page, a program that a script, a
 * build or the CI names, or a test. A test's import of the file beside it does not count: what only its own test
 * uses is dead.
 */
export const deadFiles: HouseRule = {
  name: 'dead files',
  find(repository) {
    const packages = parsePackages(repository);
    const modules = codeModules(repository);
    const reached = new Set<string>();
    const open = [...entries(repository, packages)];
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      if (reached.has(path)) continue;
      reached.add(path);
      const module = modules.get(path);
      if (module !== undefined) open.push(...targetsOf(repository, packages, module));
      if (path.endsWith('.css')) open.push(...stylesOf(path, repository.files.get(path) ?? ''));
    }
    return [...repository.files.keys()]
      .filter((path) => searched.test(path) && !path.endsWith('.d.ts') && !reached.has(path))
      .map((path) => ({ path, message: 'nothing that runs imports it' }));
  },
};

function entries(repository: Repository, packages: readonly Package[]): readonly string[] {
  const paths = [...repository.files.keys()];
  const exported = packages.flatMap(({ folder, exports }) => [...exports.values()].map((file) => join(folder, file)));
  const scripts = packages.flatMap((owner) => [...owner.scripts.values()].flatMap((script) => script.split(' ')));
  const pages = paths
    .filter((path) => path.endsWith('.html'))
    .flatMap((path) => scriptsOf(repository.files.get(path) ?? '').map((script) => join(dirname(path), script)));
  const ci = (repository.files.get('.ci/run') ?? '').split(/\s+/);
  const programs = [...exported, ...scripts, ...pages, ...ci].filter((path) => repository.files.has(path));
  return [...programs, ...paths.filter((path) => isTest(path) || namedEntry.test(path))];
}

function scriptsOf(html: string): readonly string[] {
  return [...html.matchAll(/<script[^>]* src="(?:\.?\/)?([^"]+)"/g)].map((match) => match[1] ?? '');
}

/** The style sheets that a style sheet imports. */
function stylesOf(path: string, css: string): readonly string[] {
  return [...css.matchAll(/@import (?:url\()?['"]?(\.[^'")\s]+)/g)].map((match) => join(dirname(path), match[1] ?? ''));
}

/** Imports, and files named by a string: workers, programs that are started, pages that are loaded. */
function targetsOf(repository: Repository, packages: readonly Package[], module: CodeModule): readonly string[] {
  const own = module.path.replace(/\.test(\.tsx?)$/, '$1');
  const imported = module.imports.flatMap(({ text }) => {
    const target = resolveImport(repository, packages, module.path, text);
    return target.kind === 'file' ? [target.path] : [];
  });
  const named = module.literals
    .filter(({ text }) => isCode(text))
    .flatMap(({ text }) => [join(dirname(module.path), text), text, join('tools', text)])
    .filter((path) => repository.files.has(path));
  return [...imported, ...named].filter((path) => !isTest(module.path) || path !== own);
}
