import { idSchemas, milliseconds, required } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createBranchLog } from './branchLog.ts';
import { issue, issueOn, testBranch } from './engine/testing/testBranch.ts';
import { createServerLog, type LogLevel } from './serverLog.ts';

const lineSchema = z.looseObject({ level: z.string(), component: z.string(), msg: z.string() });

function loggedBranch(level: LogLevel) {
  const written: string[] = [];
  const log = createBranchLog(createServerLog(level, { write: (line) => void written.push(line) }));
  const lines = () => written.splice(0).map((line) => lineSchema.parse(JSON.parse(line)));
  return { branch: testBranch(), log, lines };
}

describe('what the branch writes down', () => {
  it('given a sign-in, a ticket and a print that failed, when they are committed, then counter and printer are told, no person and no ticket', () => {
    const { branch, log, lines } = loggedBranch('info');
    branch.send(branch.open('c2', 'clerk-2', 'counter-2'), 'counter-2');
    branch.send(issueOn('kiosk-1-printer'), 'kiosk-1');
    const [jobId] = branch.engine.query(({ state }) => [...state.printJobs.keys()]);
    branch.printReports.report(required(jobId, 'a print job'), { result: 'failed', reason: 'coverOpen' });
    branch.runTurns();
    log.onCommitted(branch.committed);
    expect(lines()).toMatchObject([
      { level: 'info', msg: 'configuration taken' },
      { level: 'info', msg: 'business day started' },
      { level: 'info', component: 'engine', msg: 'signed in', counterId: 'c2', deviceId: 'counter-2' },
      { level: 'warn', component: 'printing', msg: 'not printed for sure', jobId, reason: 'coverOpen' },
    ]);
    log.onCommitted(branch.committed);
    const text = JSON.stringify(lines());
    for (const person of ['clerk-2', 'D001', ...branch.engine.query(({ state }) => state.tickets.keys())]) {
      expect(text).not.toContain(person);
    }
  });

  it('given an alarm for three seconds, when it goes, then it is said twice: as it comes and as it goes', () => {
    const { branch, log, lines } = loggedBranch('info');
    branch.tick();
    const quiet = required(branch.pulses[0], 'a pulse');
    const { now } = quiet.heartbeat;
    const alarm = { kind: 'printerFault', since: now, printerName: 'Kiosk', problem: 'paperOut' } as const;
    const loud = { ...quiet, figures: { ...quiet.figures, counter: { ...quiet.figures.counter, alarms: [alarm] } } };
    for (const pulse of [quiet, loud, loud, loud, quiet, quiet]) log.onPulse(pulse);
    expect(lines()).toMatchObject([
      { level: 'warn', msg: 'alarm', alarm },
      { level: 'info', msg: 'alarm over', alarm },
    ]);
  });

  it('given turns of 100 ms and of more, when they are over, then only the slow one is a warning', () => {
    const { log, lines } = loggedBranch('info');
    log.onTurn({ answers: [], commitMs: null, turnMs: milliseconds(100) });
    log.onTurn({ answers: [], commitMs: milliseconds(90), turnMs: milliseconds(101) });
    expect(lines()).toMatchObject([{ level: 'warn', msg: 'slow turn', turnMs: 101, commitMs: 90, commands: 0 }]);
  });

  it('given answers, when the level is info, debug or trace, then none, the rejected or all are written', () => {
    const countAt = (level: LogLevel) => {
      const { branch, log, lines } = loggedBranch(level);
      branch.runTurns();
      branch.turns.length = 0;
      branch.send(issue, 'kiosk-1');
      branch.send(branch.callNext('c2'), 'counter-2');
      for (const turn of branch.turns) log.onTurn({ ...turn, turnMs: milliseconds(1) });
      return lines().map(({ level: written, msg }) => [written, msg]);
    };
    expect(countAt('info')).toEqual([]);
    expect(countAt('debug')).toEqual([['debug', 'command rejected']]);
    expect(countAt('trace')).toEqual([
      ['trace', 'command answered'],
      ['debug', 'command rejected'],
    ]);
  });

  it('given faults of the journal and a bug, when they are reported, then each is a line with words', () => {
    const { log, lines } = loggedBranch('info');
    log.report({ kind: 'journalFault', problem: 'full' });
    log.report({ kind: 'journalRecovered' });
    log.report({ kind: 'commandQuarantined', commandId: idSchemas.command.parse('day-end:2026-11-24'), trace: 'at x' });
    expect(lines()).toMatchObject([
      { level: 'error', component: 'journal', msg: 'the journal cannot write', problem: 'full' },
      { level: 'info', component: 'journal', msg: 'the journal writes again' },
      { level: 'error', component: 'engine', msg: 'a command met a bug and is refused for ever', trace: 'at x' },
    ]);
  });
});
