import type { z } from 'zod/mini';

export type Parsed<Value> =
  | { readonly isValid: true; readonly value: Value }
  | { readonly isValid: false; readonly path: string; readonly problem: string };

/**
 * Turns something from outside into a typed value, or says where it is wrong.
 *
 * @returns the value, or the dotted path of the first mistake with the problem in words; never throws on bad input.
 */
export function parse<Schema extends z.ZodMiniType>(schema: Schema, input: unknown): Parsed<z.output<Schema>> {
  const result = schema.safeParse(input);
  if (result.success) return { isValid: true, value: result.data };
  const issue = result.error.issues[0];
  return { isValid: false, path: issue?.path.map(String).join('.') ?? '', problem: issue?.message ?? 'not valid' };
}
