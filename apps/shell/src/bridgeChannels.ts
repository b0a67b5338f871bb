import { parse, type PipeAnswer, type PipeOperation, pipeOperationSchema } from '@okienko/shared';
import type { CounterForm } from './counterForm.ts';

/** Every channel between a page's preload script and the main process; there is no other. */
export const bridgeChannels = { setForm: 'okienko:setForm', printer: 'okienko:printer' } as const;

/** The name under which a page finds the bridge on its window. */
export const bridgeName = 'okienkoShell';

/** The answer to a page's request. */
export type BridgeAnswer =
  | { readonly answer: 'accepted' }
  | { readonly answer: 'rejected'; readonly reason: 'UnknownForm' | 'ForeignSender' };

/** What a page sees of the shell. */
export type ShellBridge =
  | { readonly kind: 'display'; readonly version: string }
  | {
      readonly kind: 'kiosk';
      readonly version: string;
      /** Carries out what the server asks of the printer beside this kiosk: an operation of `pipeOperationSchema`. */
      readonly printer: (operation: unknown) => Promise<unknown>;
    }
  | {
      readonly kind: 'counter';
      readonly version: string;
      /** Makes the window the strip or the full console. */
      readonly setForm: (form: unknown) => Promise<unknown>;
    };

/** What the printer is asked; null for anything else. */
export function parsePipeOperation(value: unknown): PipeOperation | null {
  const parsed = parse(pipeOperationSchema, value);
  return parsed.isValid ? parsed.value : null;
}

/** The answer to what is no operation, or comes from who may not ask. */
export function refusedOperation(problem: 'malformed' | 'foreignSender'): PipeAnswer {
  return { answer: 'refused', problem };
}

/** The form that a page asks for; null for anything else. */
export function parseCounterForm(value: unknown): CounterForm | null {
  return value === 'strip' || value === 'full' ? value : null;
}
