import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { noticeText } from '../noticeText.mjs';
import { parseLock } from '../parseLock.mjs';
import type { Finding, HouseRule } from './houseRule.ts';
import { houseRules } from './houseRules.ts';
import { readRepository } from './readRepository.ts';
import { runTool, type Tool } from './runTool.ts';

const root = join(import.meta.dirname, '..', '..');

const tools: readonly Tool[] = [
  {
    name: 'types',
    script: 'node_modules/typescript/bin/tsc',
    // The compiler's memory of the last build does not notice a changed catalogue, so that it would judge old keys.
    options: ['-b', '--force', '--pretty', 'false'],
    isFinding: (line) => /(^|\s)error TS\d+: /.test(line),
  },
  {
    name: 'lint',
    script: 'node_modules/oxlint/bin/oxlint',
    options: ['--deny-warnings', '--format=unix'],
    isFinding: (line) => /^.+:\d+:\d+: /.test(line),
  },
  {
    name: 'format',
    script: 'node_modules/oxfmt/bin/oxfmt',
    options: ['--list-different', '.'],
    isFinding: (line) => /^\S+\.\w+$/.test(line.trim()),
  },
];

/** NOTICE is what its writer would write now; a rule of its own because it reads the installed packages. */
const notice: HouseRule = {
  name: 'notice',
  find({ files }) {
    const present = files.get('NOTICE') ?? '';
    const wanted = noticeText(root, parseLock(readFileSync(join(root, 'package-lock.json'), 'utf8')), present);
    return present === wanted ? [] : [{ path: 'NOTICE', message: 'is out of date: run node tools/notice.mjs' }];
  },
};

process.exitCode = (await runCheck()) === 0 ? 0 : 1;

/**
 * Runs every step, prints one line for each and then the findings, and returns how many there are. The programs run
 * beside the house rules, which need one thread only.
 */
async function runCheck(): Promise<number> {
  const programs = tools.map((tool) => runStep(tool.name, () => runTool(root, tool)));
  const repository = readRepository(root);
  const ofRules: Finding[] = [];
  for (const rule of [...houseRules, notice]) {
    ofRules.push(...(await runStep(rule.name, () => rule.find(repository))));
  }
  const findings = [...(await Promise.all(programs)).flat(), ...ofRules];
  for (const { path, message } of findings) console.log(`  ${path}: ${message}`);
  console.log(findings.length === 0 ? 'check: ok' : `check: ${findings.length} findings`);
  return findings.length;
}

async function runStep(
  name: string,
  find: () => readonly Finding[] | Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  const startedAt = performance.now();
  const findings = await find();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const result = findings.length === 0 ? 'ok' : `${findings.length} findings`;
  console.log(`${name.padEnd(22)} ${seconds.padStart(5)} s  ${result}`);
  return findings;
}
