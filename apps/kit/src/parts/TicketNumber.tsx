import type { ReactNode } from 'react';

type Properties = { readonly value: string; readonly className?: string };

/**
 * A ticket's number, the sign of the person on every screen. What is wider than usual (M, W, from 1000 on) says so by
 * a class, because there the whole number gets smaller, never its digits narrower.
 */
export function TicketNumber({ value, className }: Properties): ReactNode {
  const width = value.length > 4 ? 'is-long' : /^[MW]/.test(value) ? 'is-wide' : undefined;
  const classes = ['number', width, className].filter((name) => name !== undefined);
  return (
    <span className={classes.join(' ')} translate="no">
      {value}
    </span>
  );
}
