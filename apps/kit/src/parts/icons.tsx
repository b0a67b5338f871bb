import type { ReactNode } from 'react';

type Properties = { readonly className?: string };
type Drawing = Properties & { readonly grid: number; readonly children: ReactNode };

/** Strokes take the colour of the text around them; every icon stands beside a word, so it is never read aloud. */
function Icon({ className, grid, children }: Drawing): ReactNode {
  return (
    <svg
      className={className === undefined ? 'icon' : `icon ${className}`}
      viewBox={`0 0 ${grid} ${grid}`}
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

/** Onward, and on a board: go there. */
export function ArrowRightIcon({ className = 'arrow' }: Properties): ReactNode {
  return (
    <Icon className={className} grid={48}>
      <path d="M6 24h34M26 10l14 14-14 14" />
    </Icon>
  );
}

/** Back. */
export function ArrowLeftIcon({ className = 'arrow' }: Properties): ReactNode {
  return (
    <Icon className={className} grid={48}>
      <path d="M42 24H8M22 10 8 24l14 14" />
    </Icon>
  );
}

/** Below. */
export function ArrowDownIcon({ className = 'arrow' }: Properties): ReactNode {
  return (
    <Icon className={className} grid={48}>
      <path d="M24 6v34M10 26l14 14 14-14" />
    </Icon>
  );
}

/** Chosen. */
export function CheckIcon({ className = 'check' }: Properties): ReactNode {
  return (
    <Icon className={className} grid={48}>
      <path d="M8 25l11 12 21-25" />
    </Icon>
  );
}

/** Spoken mode. */
export function SpeakerIcon({ className = 'access-icon' }: Properties): ReactNode {
  return (
    <Icon className={className} grid={56}>
      <path d="M8 20h10l14-12v40L18 36H8z" />
      <path d="M40 18c5 6 5 14 0 20M46 10c9 11 9 25 0 36" />
    </Icon>
  );
}

/** Controls within low reach. */
export function LowReachIcon({ className = 'access-icon' }: Properties): ReactNode {
  return (
    <Icon className={className} grid={56}>
      <path d="M28 5v30M16 24l12 12 12-12M8 49h40" />
    </Icon>
  );
}

/** High contrast. */
export function ContrastIcon({ className = 'access-icon' }: Properties): ReactNode {
  return (
    <Icon className={className} grid={56}>
      <circle cx="28" cy="28" r="22" />
      <path d="M28 6a22 22 0 0 0 0 44z" fill="currentColor" />
    </Icon>
  );
}

/** Larger text. */
export function LargeTextIcon({ className = 'access-icon' }: Properties): ReactNode {
  return (
    <Icon className={className} grid={56}>
      <path d="M3 46 11.5 24 20 46M6 39h11M22 46 36 8l14 38M27 33h18" />
    </Icon>
  );
}

/** All is well: a ring. */
export function RingIcon({ className = 'state-shape' }: Properties): ReactNode {
  return (
    <Icon className={className} grid={18}>
      <circle cx="9" cy="9" r="7.5" fill="none" stroke="currentColor" strokeWidth="3" />
    </Icon>
  );
}

/** Near its limit: a triangle. */
export function TriangleIcon({ className = 'state-shape' }: Properties): ReactNode {
  return (
    <Icon className={className} grid={18}>
      <path d="M9 1 17.5 16.5H.5z" fill="currentColor" stroke="none" />
    </Icon>
  );
}

/** Over its limit or broken: a square with an exclamation mark. */
export function SquareIcon({ className = 'state-shape' }: Properties): ReactNode {
  return (
    <Icon className={className} grid={18}>
      <path d="M1 1h16v16H1z" fill="currentColor" stroke="none" />
      <path d="M9 4v6M9 11.5v2.5" stroke="var(--white)" strokeWidth="2.5" />
    </Icon>
  );
}
