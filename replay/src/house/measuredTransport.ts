import {
  acknowledgementSchema,
  type CommandId,
  type DurationMs,
  type MachineClock,
  milliseconds,
  parse,
  type Transport,
} from '@okienko/shared';

/**
 * A connection that tells how long each command waited for its final answer, from its first sending, over resends.
 *
 * A sign-in is left out: it is made slow on purpose, by the hash of its PIN.
 */
export function measuredTransport(
  transport: Transport,
  clock: Pick<MachineClock, 'nowMs'>,
  note: (waited: DurationMs) => void,
): Transport {
  const sentAtMs = new Map<CommandId, DurationMs>();
  return {
    ...transport,
    send: async (envelope) => {
      const { commandId, command } = envelope;
      const startMs = sentAtMs.get(commandId) ?? clock.nowMs();
      sentAtMs.set(commandId, startMs);
      const answer = await transport.send(envelope);
      const parsed = answer.kind === 'answered' ? parse(acknowledgementSchema, answer.message) : null;
      if (parsed?.isValid === true && parsed.value.answer !== 'fault') {
        sentAtMs.delete(commandId);
        if (command.type !== 'OpenCounter') note(milliseconds(clock.nowMs() - startMs));
      }
      return answer;
    },
  };
}
