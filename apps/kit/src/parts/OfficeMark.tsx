import type { ReactNode } from 'react';

type Properties = { readonly ground?: 'light' | 'dark'; readonly className?: string };

/** The mark of the product, a counter window with its opening: it stands in until the office sets its own. */
export function OfficeMark({ ground = 'light', className }: Properties): ReactNode {
  const [field, sign] = ground === 'light' ? ['var(--ink)', 'var(--white)'] : ['#FFFFFF', '#0B1F3F'];
  return (
    <svg className={className} viewBox="0 0 96 96" aria-hidden="true">
      <path fill={field} d="M0 0h96v96H0z" />
      <path fill={sign} d="M20 16h56v48H61a13 13 0 0 0-26 0H20zM12 73h72v9H12z" />
    </svg>
  );
}
