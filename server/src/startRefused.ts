import { assertNever, type Rejection } from '@okienko/shared';
import type { StartRefusal } from './engine/startBranch.ts';

/** The server cannot start as it was asked to; the message is one clear sentence, and nothing was touched. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}

/** Why the branch does not run with this configuration file, in one sentence. */
export function startRefusalText(refusal: StartRefusal, configFile: string): string {
  switch (refusal.kind) {
    case 'fault':
      return `The configuration ${configFile} could not be written to the journal; is the disk full?`;
    case 'rejected':
      return `The configuration ${configFile} cannot be used now: ${reasonText(refusal.rejection)}.`;
    default:
      return assertNever(refusal);
  }
}

function reasonText(rejection: Rejection): string {
  if (rejection.reason === 'ServiceWithOpenTickets') {
    return `it lacks services that people still wait for (${rejection.serviceIds.join(', ')})`;
  }
  if (rejection.reason === 'PriorityClassInUse') return 'it lacks a priority class that people still wait in';
  if (rejection.reason === 'CounterBusy') return 'it lacks a counter that still serves a person';
  return `it was rejected as ${rejection.reason}`;
}
