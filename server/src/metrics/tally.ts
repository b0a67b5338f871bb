import type { Labelled } from './metricsRegistry.ts';

/** How many there are of each kind, under its labels; a kind without any is 0, not absent. */
export function tally<Kind extends string, Label extends string>(
  labelsOf: (kind: Kind) => Readonly<Record<Label, string>>,
  kinds: readonly Kind[],
  found: readonly Kind[],
): readonly Labelled<Label>[] {
  const counts = new Map(kinds.map((kind) => [kind, 0]));
  for (const kind of found) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, value]) => ({ labels: labelsOf(kind), value }));
}
