import { isTest } from './codeModule.ts';
import type { HouseRule, Repository } from './houseRule.ts';
import { importRule } from './importRule.ts';
import { type Package, packageOf } from './parsePackages.ts';
import { resolveImport } from './resolveImport.ts';

/** The files that may import a third party; what is not listed may be used wherever its package.json names it. */
const doors: readonly (readonly [name: RegExp, door: RegExp])[] = [
  [/^socket\.io$/, /^server\/src\/gateway\/socketGateway\.ts$/],
  [/^socket\.io-client$/, /^(apps\/kit\/src\/socketTransport|replay\/src\/house\/nodeTransport)\.ts$/],
  [/^better-sqlite3$/, /^server\/src\/journal\//],
  [/^node-thermal-printer$/, /^server\/src\/printing\/escposRenderer\.ts$/],
  [/^iconv-lite$/, /^server\/src\/printing\//],
  [/^(fastify$|@fastify\/)/, /^server\/src\/gateway\/http\w*\.ts$/],
  [/^pino$/, /^server\/src\/\w+\.ts$/],
  [/^prom-client$/, /^server\/src\/metrics\/metricsRegistry\.ts$/],
  [/^temporal-polyfill$/, /^shared\/src\/base\/(time|calendarTime)\.ts$/],
  [/^intl-messageformat$/, /^shared\/src\/text\//],
  [/^react-intl$/, /^apps\//],
  [/^react-aria-components$/, /^apps\//],
  [/^uqr$/, /^(apps\/kit\/src|server\/src\/printing)\//],
  [/^electron$/, /^apps\/(shell\/src|\w+\/electron)\//],
  [/^(playwright-core|@axe-core\/playwright)$/, /^(e2e|tools|bench)\//],
  [/^@formatjs\/icu-messageformat-parser$/, /^tools\//],
];

/** Each third party has one door, and every import is declared where npm looks for it. */
export const thirdPartyDoors: HouseRule = importRule('third-party doors', judgeImport);

function judgeImport(
  repository: Repository,
  packages: readonly Package[],
  from: string,
  specifier: string,
): readonly string[] {
  const target = resolveImport(repository, packages, from, specifier);
  if (target.kind !== 'thirdParty') return [];
  const isProof = isTest(from) || /^(e2e|bench|simulation)\//.test(from);
  const door = doors.find(([name]) => name.test(target.name))?.[1];
  return [
    ...(door === undefined || door.test(from) || isProof ? [] : [`imports ${target.name} beside its one door`]),
    ...(isDeclared(packages, from, target.name)
      ? []
      : [`imports ${target.name}, which its package.json does not name`]),
  ];
}

/** A page or the server must name what it runs on; tools, tests and Electron's build are served by the root. */
function isDeclared(packages: readonly Package[], from: string, name: string): boolean {
  const owner = packageOf(packages, from);
  if (owner?.dependencies.has(name) === true) return true;
  const isBuildOnly =
    isTest(from) || /^(tools|e2e|bench|simulation|apps\/shell)\/|\/electron\/|\.config\.ts$/.test(from);
  return isBuildOnly && packages.some((candidate) => candidate.folder === '' && candidate.dependencies.has(name));
}
