/** Mean, median and ninetieth percentile; null where there is nothing to measure. */
export type Spread = { readonly mean: number | null; readonly p50: number | null; readonly p90: number | null };

/** How the values spread, in their own unit, to three decimals. */
export function spreadOf(values: readonly number[]): Spread {
  const mean = values.length === 0 ? null : rounded(values.reduce((sum, value) => sum + value, 0) / values.length);
  return { mean, p50: percentile(values, 0.5), p90: percentile(values, 0.9) };
}

/**
 * The smallest of the values that at least this share of them does not exceed (nearest rank), to three decimals; null
 * where there are none.
 */
export function percentile(values: readonly number[], share: number): number | null {
  const ordered = values.toSorted((one, other) => one - other);
  const value = ordered[Math.max(0, Math.ceil(share * ordered.length) - 1)];
  return value === undefined ? null : rounded(value);
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
