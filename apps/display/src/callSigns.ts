import { accentStyle, type AccentStyle } from '@okienko/kit';
import type { BoardCall, BoardConfiguration } from '@okienko/shared';

/** How a call looks: the counter's label and the colour of its service group. */
export type CallSigns = { readonly counterLabel: string; readonly accent: AccentStyle | undefined };

/**
 * A counter or service that a newer configuration no longer names keeps its call on the board: by the counter's id,
 * without a colour. A call that is not shown would be worse.
 */
export function callSigns(configuration: BoardConfiguration, call: BoardCall): CallSigns {
  const counter = configuration.counters.find(({ id }) => id === call.counterId);
  const groupId = configuration.groupOfService[call.serviceId];
  const hasGroup = configuration.serviceGroups.some(({ id }) => id === groupId);
  return {
    counterLabel: counter?.label ?? call.counterId,
    accent: groupId !== undefined && hasGroup ? accentStyle(configuration.serviceGroups, groupId, 'dark') : undefined,
  };
}
