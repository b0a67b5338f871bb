import { describe, expect, it } from 'vitest';
import { MetricsRegistry } from './metricsRegistry.ts';

const lines = async (registry: MetricsRegistry) =>
  (await registry.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));

describe('the registry of measurements', () => {
  it('given a gauge, when its value changes or is unknown, then each scrape says what is so then', async () => {
    const registry = new MetricsRegistry();
    let age: number | null = 12.5;
    registry.gauge('age_seconds', 'Age.', () => age);
    expect(await lines(registry)).toEqual(['age_seconds 12.5']);
    age = null;
    expect(await lines(registry)).toEqual([]);
    age = 3;
    expect(await lines(registry)).toEqual(['age_seconds 3']);
  });

  it('given a gauge with labels, when a label is no longer named, then it is gone', async () => {
    const registry = new MetricsRegistry();
    let values = [
      { labels: { kind: 'a' }, value: 1 },
      { labels: { kind: 'b' }, value: 2 },
    ];
    registry.labelledGauge('things', 'Things.', ['kind'], () => values);
    expect(await lines(registry)).toEqual(['things{kind="a"} 1', 'things{kind="b"} 2']);
    values = values.slice(1);
    expect(await lines(registry)).toEqual(['things{kind="b"} 2']);
    values = [];
    expect(await lines(registry)).toEqual([]);
  });

  it('given counters, when they are read twice, then nothing is counted twice', async () => {
    const registry = new MetricsRegistry();
    const happened = registry.counter('happened_total', 'Happened.', ['what']);
    registry.total('cpu_seconds_total', 'Seconds.', () => 2.5);
    happened({ what: 'x' });
    happened({ what: 'x' }, 4);
    const once = await lines(registry);
    expect(once).toEqual(['happened_total{what="x"} 5', 'cpu_seconds_total 2.5']);
    expect(await lines(registry)).toEqual(once);
  });

  it('given a histogram, when values are seen, then they are in their buckets', async () => {
    const registry = new MetricsRegistry();
    const observe = registry.histogram('wait_seconds', 'Wait.', { labelNames: ['type'], buckets: [0.1, 1] });
    observe({ type: 'x' }, 0.1);
    observe({ type: 'x' }, 5);
    expect(await lines(registry)).toEqual([
      'wait_seconds_bucket{le="0.1",type="x"} 1',
      'wait_seconds_bucket{le="1",type="x"} 1',
      'wait_seconds_bucket{le="+Inf",type="x"} 2',
      'wait_seconds_sum{type="x"} 5.1',
      'wait_seconds_count{type="x"} 2',
    ]);
  });

  it('given two registries, when one has a name, then the other may have it too', async () => {
    const [one, other] = [new MetricsRegistry(), new MetricsRegistry()];
    one.gauge('up', 'Up.', () => 1);
    other.gauge('up', 'Up.', () => 2);
    expect([...(await lines(one)), ...(await lines(other))]).toEqual(['up 1', 'up 2']);
    expect(one.contentType).toBe('text/plain; version=0.0.4; charset=utf-8');
  });
});
