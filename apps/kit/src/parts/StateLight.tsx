import { assertNever } from '@okienko/shared';
import type { ReactNode } from 'react';
import { RingIcon, SquareIcon, TriangleIcon } from './icons.tsx';

export type Light = 'ok' | 'near' | 'late';
type Properties = { readonly light: Light; readonly children: ReactNode };

/** A state as shape, word and colour together: the word is what it is given, never left out. */
export function StateLight({ light, children }: Properties): ReactNode {
  return (
    <span className={`light ${light}`}>
      {shapeOf(light)}
      {children}
    </span>
  );
}

function shapeOf(light: Light): ReactNode {
  switch (light) {
    case 'ok':
      return <RingIcon />;
    case 'near':
      return <TriangleIcon />;
    case 'late':
      return <SquareIcon />;
    default:
      return assertNever(light);
  }
}
