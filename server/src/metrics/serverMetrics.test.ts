import { idSchemas, milliseconds, seqOf } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { issueOn, testBranch } from '../engine/testing/testBranch.ts';
import { MetricsRegistry } from './metricsRegistry.ts';
import { createServerMetrics } from './serverMetrics.ts';
import { configurationOf } from '../domain/branchState.ts';

function measuredBranch() {
  const branch = testBranch();
  const registry = new MetricsRegistry();
  const { printers } = branch.engine.query(({ state }) => configurationOf(state));
  const metrics = createServerMetrics(registry, printers);
  const valueOf = async (series: string) => {
    const line = (await registry.text()).split('\n').find((candidate) => candidate.startsWith(`${series} `));
    return line === undefined ? null : Number(line.slice(series.length + 1));
  };
  return { branch, metrics, valueOf };
}

const results = (labels: string) => `okienko_print_results_total{printer="kiosk-1-printer",${labels}}`;

describe('what is counted as it happens', () => {
  it('given a printer that never printed, then its failures begin at 0, and each result is counted once', async () => {
    const { branch, metrics, valueOf } = measuredBranch();
    expect(await valueOf(results('result="failed",reason="paperOut"'))).toBe(0);
    branch.send(issueOn('kiosk-1-printer'), 'kiosk-1');
    const [jobId] = branch.engine.query(({ state }) => [...state.printJobs.keys()]);
    branch.printReports.report(jobId ?? idSchemas.job.parse('none'), { result: 'failed', reason: 'paperOut' });
    branch.runTurns();
    metrics.onCommitted(branch.committed);
    expect(await valueOf(results('result="failed",reason="paperOut"'))).toBe(1);
    expect(await valueOf(results('result="printed"'))).toBe(0);
  });

  it('given alarms on the consoles, when they go, then a scrape says 0 for each kind', async () => {
    const { branch, metrics, valueOf } = measuredBranch();
    branch.tick();
    const [pulse] = branch.pulses;
    if (pulse === undefined) throw new Error('the second has no pulse');
    const journalFault = { kind: 'journalFault', since: pulse.heartbeat.now, problem: 'full' } as const;
    const counter = { ...pulse.figures.counter, alarms: [journalFault] };
    metrics.onPulse({ ...pulse, figures: { ...pulse.figures, counter } });
    expect(await valueOf('okienko_alarms{kind="journalFault"}')).toBe(1);
    metrics.onPulse(pulse);
    expect(await valueOf('okienko_alarms{kind="journalFault"}')).toBe(0);
    expect(await valueOf('okienko_alarms{kind="printerFault"}')).toBe(0);
  });

  it('given each answer that the engine has, then it is counted with its reason, and times are in seconds', async () => {
    const { metrics, valueOf } = measuredBranch();
    const journalId = idSchemas.journal.parse('00000000-0000-7000-8000-000000000001');
    const accepted = { answer: 'accepted', journalId, seq: seqOf(3), result: { type: 'done' } } as const;
    const answers = [
      { type: 'EndDay', acknowledgement: accepted },
      { type: 'CallNext', acknowledgement: { answer: 'rejected', rejection: { reason: 'QueueEmpty' } } },
      { type: 'CallNext', acknowledgement: { answer: 'fault', fault: 'journal' } },
    ] as const;
    metrics.onTurn({ answers, commitMs: milliseconds(4), turnMs: milliseconds(80) });
    metrics.onAnswered({ type: 'CallNext', ackMs: milliseconds(1_500) });
    expect(await valueOf('okienko_commands_total{type="EndDay",answer="accepted"}')).toBe(1);
    expect(await valueOf('okienko_commands_total{type="CallNext",answer="rejected",reason="QueueEmpty"}')).toBe(1);
    expect(await valueOf('okienko_commands_total{type="CallNext",answer="fault",reason="journal"}')).toBe(1);
    expect(await valueOf('okienko_commit_seconds_sum')).toBe(0.004);
    expect(await valueOf('okienko_turn_seconds_sum')).toBe(0.08);
    expect(await valueOf('okienko_turn_commands_sum')).toBe(3);
    expect(await valueOf('okienko_command_ack_seconds_sum{type="CallNext"}')).toBe(1.5);
  });
});
