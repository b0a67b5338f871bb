import { z } from 'zod/mini';
import { idSchemas } from '../base/ids.ts';
import type { DeepReadonly } from '../base/readonly.ts';

export const callRules = ['accumulating', 'firstCome', 'strict', 'maximumWait', 'chosen'] as const;
export type CallRule = (typeof callRules)[number];

/**
 * Why this ticket and no other: the rule, the numbers it compared, and who came second.
 *
 * `waitedMs` and `targetMinutes` are those of the called ticket, `score` is rate × waited ÷ target (without a unit);
 * `overtaken` counts whom a choice by hand passed: waiting tickets of this counter's services with an earlier place,
 * in the same class or waiting longer than the maximum; an automatic call passes nobody.
 */
export const callReasonSchema = z.object({
  rule: z.enum(callRules),
  waitedMs: z.number(),
  targetMinutes: z.number(),
  score: z.number(),
  runnerUp: z.nullable(z.object({ ticketNumber: idSchemas.ticketNumber, score: z.number() })),
  overtaken: z.int(),
});
export type CallReason = DeepReadonly<z.output<typeof callReasonSchema>>;
