import { spawn } from 'node:child_process';
import type { Finding } from './houseRule.ts';

/** How a program is run, and which of its output's lines are findings. */
export interface Tool {
  readonly name: string;
  readonly script: string;
  readonly options: readonly string[];
  readonly isFinding: (line: string) => boolean;
}

/**
 * Runs a checking program on this Node.js and returns what it found. One that fails without a finding of the known
 * form is itself a finding, with all its output, so that nothing is swallowed.
 */
export async function runTool(root: string, tool: Tool): Promise<readonly Finding[]> {
  const { code, output } = await outputOf(root, tool);
  if (code === 0) return [];
  const lines = output.split('\n').filter((line) => tool.isFinding(line));
  if (lines.length === 0) return [{ path: tool.name, message: `failed:\n${output.trim()}` }];
  return lines.map((line) => ({ path: tool.name, message: line.trim() }));
}

function outputOf(root: string, tool: Tool): Promise<{ readonly code: number; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [tool.script, ...tool.options], { cwd: root });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code: code ?? 1, output });
    });
  });
}
