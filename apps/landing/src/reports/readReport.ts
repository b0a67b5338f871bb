import { parse, type Parsed } from '@okienko/shared';
import type { z } from 'zod/mini';

/** How long one answer is waited for, in milliseconds. */
const answerLimitMs = 4_000;

/**
 * Reads one report of the server and parses it.
 *
 * @returns the value, or why there is none: no answer, a refusal, or an answer that this page cannot read.
 */
export async function readReport<Schema extends z.ZodMiniType>(
  path: string,
  schema: Schema,
): Promise<Parsed<z.output<Schema>>> {
  try {
    const response = await fetch(path, { cache: 'no-store', signal: AbortSignal.timeout(answerLimitMs) });
    if (!response.ok) return { isValid: false, path, problem: `HTTP ${response.status}` };
    const body: unknown = await response.json();
    return parse(schema, body);
  } catch (error) {
    return { isValid: false, path, problem: String(error) };
  }
}
