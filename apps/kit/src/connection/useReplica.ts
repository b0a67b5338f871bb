import type { CommandSender, Replica, ReplicaState, SenderState } from '@okienko/shared';
import { useSyncExternalStore } from 'react';

/** The replica's state, repainted at each change. */
export function useReplica<View, Figures>(replica: Replica<View, Figures>): ReplicaState<View, Figures> {
  return useSyncExternalStore(
    (listener) => replica.onChange(listener),
    () => replica.state(),
  );
}

/** The sender's state, repainted at each change: arm a key only while it is idle. */
export function useSender(sender: CommandSender): SenderState {
  return useSyncExternalStore(
    (listener) => sender.onChange(listener),
    () => sender.state(),
  );
}
