import type { ReactNode } from 'react';
import { encode } from 'uqr';

type Properties = {
  readonly value: string;
  /** What the code is, for who cannot see it. */
  readonly label: string;
  /** The most it may be wide; it takes whole pixels a module, so it is often a little less. */
  readonly widthPx: number;
};

/** A QR code with its four modules of quiet zone (ISO/IEC 18004), black on white whatever the page's colours are. */
export function QrCode({ value, label, widthPx }: Properties): ReactNode {
  const { data, size } = encode(value, { ecc: 'M', border: 4 });
  const sizePx = Math.max(1, Math.floor(widthPx / size)) * size;
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : []))).join('');
  return (
    <>
      <span className="sr-only">{label}</span>
      <svg className="qr" viewBox={`0 0 ${size} ${size}`} width={sizePx} height={sizePx} aria-hidden="true">
        <path fill="#FFFFFF" d={`M0 0h${size}v${size}H0z`} />
        <path fill="#000000" shapeRendering="crispEdges" d={path} />
      </svg>
    </>
  );
}
