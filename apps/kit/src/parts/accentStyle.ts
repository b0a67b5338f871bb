import { required, type ServiceGroupId } from '@okienko/shared';
import type { CSSProperties } from 'react';

type Accent = { readonly onLight: string; readonly onDark: string };
type Group = { readonly id: ServiceGroupId; readonly accent: Accent };
/** A style that carries the group's colour as `--accent` to everything inside. */
export type AccentStyle = CSSProperties & { readonly '--accent': string };

/** The colour of a service group from the configuration, for the ground it stands on. */
export function accentStyle(
  serviceGroups: readonly Group[],
  groupId: ServiceGroupId,
  ground: 'light' | 'dark',
): AccentStyle {
  const group = required(
    serviceGroups.find(({ id }) => id === groupId),
    `service group ${groupId}`,
  );
  return { '--accent': ground === 'light' ? group.accent.onLight : group.accent.onDark };
}
