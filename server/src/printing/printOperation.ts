/**
 * One thing that an ESC/POS printer was told, in the words of Epson's reference; sizes in dots of 1/203 inch. Told
 * apart by what it touches: the line that is being written, the way to write, the paper, or nothing that is seen.
 */
export type PrintOperation = LineOperation | PenOperation | PaperOperation | UnseenOperation;

export type LineOperation =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'tab' }
  | { readonly type: 'lineFeed' };

/** How text is written from here on. */
export type PenOperation =
  | { readonly type: 'initialize' }
  | { readonly type: 'align'; readonly align: 'left' | 'center' | 'right' }
  /** null = the printer's own default. */
  | { readonly type: 'lineSpacing'; readonly dots: number | null }
  | { readonly type: 'bold'; readonly isOn: boolean }
  | { readonly type: 'underline'; readonly isOn: boolean }
  | { readonly type: 'inverse'; readonly isOn: boolean }
  | { readonly type: 'font'; readonly font: 'A' | 'B' }
  | { readonly type: 'characterSize'; readonly widthScale: number; readonly heightScale: number }
  /** `ESC !` sets five things at once. */
  | {
      readonly type: 'printMode';
      readonly font: 'A' | 'B';
      readonly isBold: boolean;
      readonly isUnderlined: boolean;
      readonly widthScale: number;
      readonly heightScale: number;
    };

export type PaperOperation =
  | { readonly type: 'feedLines'; readonly lines: number }
  | { readonly type: 'feedDots'; readonly dots: number }
  | { readonly type: 'cut'; readonly isPartial: boolean }
  | {
      readonly type: 'qr';
      readonly text: string;
      readonly moduleDots: number;
      readonly correction: 'L' | 'M' | 'Q' | 'H';
    }
  /** `bits`: rows from the top, each `widthBytes` bytes, the highest bit leftmost, 1 = black. */
  | {
      readonly type: 'raster';
      readonly widthBytes: number;
      readonly heightDots: number;
      readonly widthScale: number;
      readonly heightScale: number;
      readonly bits: Uint8Array;
    }
  | { readonly type: 'unknown'; readonly bytes: readonly number[] };

export type UnseenOperation =
  /** Printers that feed at LF, as all do by default, pass over it. */
  | { readonly type: 'carriageReturn' }
  | { readonly type: 'selectCodePage'; readonly selector: number }
  /** `GS e n [m]` of Custom's printers: moves the cut ticket in the presenter, `present` by so many of its steps. */
  | {
      readonly type: 'presenter';
      readonly action: 'present' | 'retract' | 'eject' | 'other';
      readonly steps: number | null;
    }
  /** `DLE EOT n`: answered at once, even by a printer that is offline. */
  | { readonly type: 'realtimeStatus'; readonly number: number }
  /** `GS r n`: answered when everything before it is printed. */
  | { readonly type: 'queuedStatus'; readonly number: number }
  /** `GS ( H` function 48: the id comes back when everything before it is printed. */
  | { readonly type: 'processId'; readonly id: readonly number[] }
  /** Obeyed at once; `DLE DC4` function 8 says when it is done, `DLE ENQ 2` does not. */
  | { readonly type: 'clearBuffers'; readonly isConfirmed: boolean };
