import { isTest } from './codeModule.ts';
import type { HouseRule, Repository } from './houseRule.ts';
import { importRule } from './importRule.ts';
import { type Package, packageOf } from './parsePackages.ts';
import { resolveImport } from './resolveImport.ts';

/**
 * Who may import whom, by zone. A zone may always import itself. The arrows are those of the design: pages to the kit
 * to the contract; gateway to engine to domain; nobody to a page, pages never to the server.
 */
const allowedTargets: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  pipe: [],
  'server/domain': ['shared'],
  'server/journal': ['shared', 'server/projections'],
  'server/projections': ['shared', 'server/domain'],
  'server/engine': ['shared', 'server/domain', 'server/projections', 'server/journal'],
  'server/printing': ['shared', 'pipe'],
  'server/speech': ['shared'],
  'server/operator': ['shared', 'server/domain', 'server/journal'],
  'server/gateway': ['shared', 'server/engine', 'server/domain', 'server/projections'],
  'server/metrics': ['shared', 'server/engine', 'server/domain', 'server/gateway', 'server/journal'],
  kit: ['shared'],
  shell: ['shared', 'pipe'],
  app: ['shared', 'kit'],
  electron: ['shell'],
  replay: ['shared'],
  e2e: ['shared', 'pipe', 'tools'],
  simulation: [
    'shared',
    'server/domain',
    'server/engine',
    'server/journal',
    'server/projections',
    'server/gateway',
    'server/printing',
  ],
  bench: ['shared', 'server/domain', 'server/engine', 'server/journal', 'server/gateway', 'server/main', 'e2e'],
  tools: [],
};

/** The engine knows the journal by its interface only; main.ts hands it the one that writes. */
const journalImplementation = /^server\/src\/journal\/(sqlite|memory|migrations)/i;

/** Zones that run anywhere: no module of Node.js, for they have no input or output of their own. */
const pureZone = /^(shared$|server\/domain$|server\/engine$|kit$|app:)/;

/** Imports point one way, stay inside their package or use another by its name, and find what they name. */
export const importDirections: HouseRule = importRule('import directions', judgeImport);

function judgeImport(
  repository: Repository,
  packages: readonly Package[],
  from: string,
  specifier: string,
): readonly string[] {
  const target = resolveImport(repository, packages, from, specifier);
  switch (target.kind) {
    case 'missing':
      return [`imports ${specifier}, which is not there or not exported`];
    case 'thirdParty':
      return [];
    case 'node':
      return isPure(from) ? [`imports ${specifier} where neither input nor output belongs`] : [];
    case 'file': {
      const isForeign = packageOf(packages, from)?.folder !== packageOf(packages, target.path)?.folder;
      if (target.isRelative && isForeign && zoneOf(target.path) !== 'tools') {
        return [`reaches ${target.path} by a relative path: import the package by its name`];
      }
      return mayImport(from, target.path)
        ? []
        : [`${zoneOf(from)} may not import ${zoneOf(target.path)} (${target.path})`];
    }
  }
}

function isPure(path: string): boolean {
  return !isTest(path) && (pureZone.test(zoneOf(path)) || path.startsWith('server/src/gateway/sessions'));
}

function mayImport(from: string, target: string): boolean {
  const [source, destination] = [zoneOf(from), zoneOf(target)];
  if (source === destination) return true;
  if (source === 'server/main' || (isTest(from) && source.startsWith('server/'))) {
    return ['shared', 'pipe', 'tools'].includes(destination) || destination.startsWith('server/');
  }
  if (isTest(from) && destination === 'tools') return true;
  if (source === 'server/engine' && journalImplementation.test(target)) return false;
  return (allowedTargets[source.replace(/:.*/, '')] ?? []).includes(destination);
}

/** The zone of a file: its package, the server's folder, or the page with its name ("app:kiosk"). */
export function zoneOf(path: string): string {
  const [first = '', second = '', third = '', fourth] = path.split('/');
  if (first === 'server') return fourth === undefined ? 'server/main' : `server/${third}`;
  if (first !== 'apps')
    return ['shared', 'pipe', 'replay', 'e2e', 'simulation', 'bench'].includes(first) ? first : 'tools';
  if (second === 'kit' || second === 'shell') return second;
  if (third === 'src') return `app:${second}`;
  return third === 'electron' ? 'electron' : 'tools';
}
