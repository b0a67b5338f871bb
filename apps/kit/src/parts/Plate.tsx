import type { ReactNode } from 'react';

type Properties = { readonly label: string; readonly isGo?: boolean; readonly className?: string | undefined };

/** A counter's sign: outlined it names a counter, filled yellow it says "go there now". */
export function Plate({ label, isGo = false, className }: Properties): ReactNode {
  const classes = ['plate', isGo ? 'go' : undefined, className].filter((name) => name !== undefined);
  return (
    <span className={classes.join(' ')} translate="no">
      {label}
    </span>
  );
}
