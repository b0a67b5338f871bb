import type { ServiceGroupId } from '@okienko/shared';
import type { ReactNode } from 'react';

type Properties = { readonly letter: string; readonly groupId?: ServiceGroupId; readonly className?: string };

/** A service's letter on its group's colour, which it takes from the `accentStyle` of an element around it. */
export function ServiceTile({ letter, groupId, className }: Properties): ReactNode {
  return (
    <span className={className === undefined ? 'tile' : `tile ${className}`} data-group={groupId} translate="no">
      {letter}
    </span>
  );
}
