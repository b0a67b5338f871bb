import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** One value of a gauge with several, told apart by its labels. */
export type Labelled<Label extends string> = {
  readonly labels: Readonly<Record<Label, string>>;
  readonly value: number;
};

/**
 * The measurements of one server, and the one place that knows the library which writes them.
 *
 * Names follow Prometheus: base units (seconds, bytes), `_total` for what only grows. A label holds what the
 * configuration or the code names, never a ticket, a person or anything that a message brings along.
 */
export class MetricsRegistry {
  readonly #registry = new Registry();

  get contentType(): string {
    return this.#registry.contentType;
  }

  /** Everything in Prometheus's text format; gauges are read now. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }

  /** Something that happens: call what is given back each time, with the labels that apply. */
  counter<Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
  ): (labels: Readonly<Partial<Record<Label, string>>>, by?: number) => void {
    const counter = new Counter<Label>({ name, help, labelNames: [...labelNames], registers: [this.#registry] });
    return (labels, by = 1) => counter.inc(labels, by);
  }

  /** Something that is measured each time it happens; `buckets` are upper limits in the unit of the name. */
  histogram<Label extends string>(
    name: string,
    help: string,
    options: { readonly labelNames: readonly Label[]; readonly buckets: readonly number[] },
  ): (labels: Readonly<Record<Label, string>>, value: number) => void {
    const labelNames = [...options.labelNames];
    const registers = [this.#registry];
    const histogram = new Histogram<Label>({ name, help, labelNames, buckets: [...options.buckets], registers });
    return (labels, value) => histogram.observe(labels, value);
  }

  /** A number that goes up and down, read at each scrape; null leaves it out of that scrape. */
  gauge(name: string, help: string, read: () => number | null): void {
    const gauge: Gauge = new Gauge({
      name,
      help,
      registers: [this.#registry],
      collect: () => {
        const value = read();
        if (value === null) gauge.remove();
        else gauge.set(value);
      },
    });
  }

  /** As `gauge`, with one value for each set of labels; what a scrape does not name is gone from it. */
  labelledGauge<Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
    read: () => readonly Labelled<Label>[],
  ): void {
    const gauge: Gauge<Label> = new Gauge({
      name,
      help,
      labelNames: [...labelNames],
      registers: [this.#registry],
      collect: () => {
        gauge.reset();
        for (const { labels, value } of read()) gauge.set(labels, value);
      },
    });
  }

  /** A number that only grows and that somebody else counts, read at each scrape. */
  total(name: string, help: string, read: () => number): void {
    const counter: Counter = new Counter({
      name,
      help,
      registers: [this.#registry],
      collect: () => {
        counter.reset();
        counter.inc(read());
      },
    });
  }
}
