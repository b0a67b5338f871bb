import type { PrintOperation } from './printOperation.ts';

/** What prepares a QR code without printing it; the decoder remembers it. */
export type QrSetting =
  | {
      readonly type: 'setQr';
      readonly setting: {
        readonly text?: string;
        readonly moduleDots?: number;
        readonly correction?: 'L' | 'M' | 'Q' | 'H';
      };
    }
  | { readonly type: 'printQr' };

export type ParsedCommand =
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'command'; readonly byteCount: number; readonly meaning: PrintOperation | QrSetting };

const incomplete: ParsedCommand = { kind: 'incomplete' };

/** A longer picture is not read as one, so that a broken length cannot make the decoder wait for megabytes. */
const greatestRasterBytes = 512 * 1024;

/**
 * Reads the command that starts at the first byte, which is not a printable character. `incomplete` = more bytes are
 * needed to tell. Commands as in Epson's ESC/POS reference.
 */
export function parseCommand(bytes: Uint8Array): ParsedCommand {
  const first: number = bytes[0] ?? 0;
  switch (first) {
    case 0x0a:
      return command(1, { type: 'lineFeed' });
    case 0x0d:
      return command(1, { type: 'carriageReturn' });
    case 0x09:
      return command(1, { type: 'tab' });
    case 0x10:
      return parseRealtime(bytes);
    case 0x1b:
      return parseEscape(bytes);
    case 0x1d:
      return parseGroup(bytes);
    default:
      return unknown(bytes, 1);
  }
}

function parseRealtime(bytes: Uint8Array): ParsedCommand {
  const code: number | undefined = bytes[1];
  if (code === undefined) return incomplete;
  switch (code) {
    case 0x04:
      return withArgument(bytes, (number) => ({ type: 'realtimeStatus', number }));
    case 0x05:
      if (bytes.length < 3) return incomplete;
      return bytes[2] === 2 ? command(3, { type: 'clearBuffers', isConfirmed: false }) : unknown(bytes, 3);
    case 0x14:
      return parseRealtimeFunction(bytes);
    default:
      return unknown(bytes, 2);
  }
}

/** The seven bytes by which `DLE DC4` function 8 is told from a picture's accidental ones. */
const clearingBytes = [1, 3, 20, 1, 6, 2, 8];

/** `DLE DC4 fn …`: 8 clears the buffers; 1 (a drawer's pulse) has two arguments and 2 (power off) has two. */
function parseRealtimeFunction(bytes: Uint8Array): ParsedCommand {
  const code = bytes[2];
  if (code === undefined) return incomplete;
  if (code !== 8) return unknown(bytes, code === 1 || code === 2 ? 5 : 3);
  if (bytes.length < 10) return incomplete;
  const isClearing = clearingBytes.every((byte, index) => bytes[3 + index] === byte);
  return isClearing ? command(10, { type: 'clearBuffers', isConfirmed: true }) : unknown(bytes, 3);
}

/** Arguments of the `ESC` commands that we only step over, so that they are not taken for text. */
const escapeArguments = new Map([
  [0x20, 1],
  [0x24, 2],
  [0x25, 1],
  [0x3d, 1],
  [0x3f, 1],
  [0x47, 1],
  [0x52, 1],
  [0x53, 0],
  [0x54, 1],
  [0x56, 1],
  [0x5c, 2],
  [0x63, 2],
  [0x70, 3],
  [0x7b, 1],
]);

function parseEscape(bytes: Uint8Array): ParsedCommand {
  const code = bytes[1];
  if (code === undefined) return incomplete;
  switch (code) {
    case 0x40:
      return command(2, { type: 'initialize' });
    case 0x32:
      return command(2, { type: 'lineSpacing', dots: null });
    case 0x33:
      return withArgument(bytes, (dots) => ({ type: 'lineSpacing', dots }));
    case 0x74:
      return withArgument(bytes, (selector) => ({ type: 'selectCodePage', selector }));
    case 0x61:
      return withArgument(bytes, (value) => alignment(value));
    case 0x45:
      return withArgument(bytes, (value) => ({ type: 'bold', isOn: (value & 1) === 1 }));
    case 0x2d:
      return withArgument(bytes, (value) => ({ type: 'underline', isOn: value !== 0 && value !== 0x30 }));
    case 0x4d:
      return withArgument(bytes, (value) => ({ type: 'font', font: value === 1 || value === 0x31 ? 'B' : 'A' }));
    case 0x21:
      return withArgument(bytes, printMode);
    case 0x64:
      return withArgument(bytes, (lines) => ({ type: 'feedLines', lines }));
    case 0x4a:
      return withArgument(bytes, (dots) => ({ type: 'feedDots', dots }));
    default:
      return unknown(bytes, 2 + (escapeArguments.get(code) ?? 0));
  }
}

/** Arguments of the `GS` commands that we only step over. */
const groupArguments = new Map([
  [0x24, 2],
  [0x48, 1],
  [0x4c, 2],
  [0x50, 2],
  [0x57, 2],
  [0x5c, 2],
  [0x61, 1],
  [0x62, 1],
  [0x66, 1],
  [0x68, 1],
  [0x77, 1],
]);

function parseGroup(bytes: Uint8Array): ParsedCommand {
  const code = bytes[1];
  if (code === undefined) return incomplete;
  switch (code) {
    case 0x21:
      return withArgument(bytes, (value) => ({
        type: 'characterSize',
        widthScale: ((value >> 4) & 7) + 1,
        heightScale: (value & 7) + 1,
      }));
    case 0x42:
      return withArgument(bytes, (value) => ({ type: 'inverse', isOn: (value & 1) === 1 }));
    case 0x72:
      return withArgument(bytes, (number) => ({ type: 'queuedStatus', number }));
    case 0x56:
      return parseCut(bytes);
    case 0x65:
      return parsePresenter(bytes);
    case 0x28:
      return parseExtended(bytes);
    case 0x76:
      return parseRaster(bytes);
    default:
      return unknown(bytes, 2 + (groupArguments.get(code) ?? 0));
  }
}

/** `GS V m` cuts here; `GS V m n` (65, 66, 97, 98, 103, 104) feeds to the blade first. */
function parseCut(bytes: Uint8Array): ParsedCommand {
  const mode = bytes[2];
  if (mode === undefined) return incomplete;
  const isPartial = [1, 49, 66, 98, 104].includes(mode);
  if ([0, 1, 48, 49].includes(mode)) return command(3, { type: 'cut', isPartial });
  if (![65, 66, 97, 98, 103, 104].includes(mode)) return unknown(bytes, 3);
  return bytes.length < 4 ? incomplete : command(4, { type: 'cut', isPartial });
}

/** `GS e n`: 2 retracts, 3 presents and has its steps after it, 5 ejects; other numbers stand alone. */
function parsePresenter(bytes: Uint8Array): ParsedCommand {
  const [, , number, steps] = bytes;
  if (number === undefined) return incomplete;
  if (number === 3) {
    return steps === undefined ? incomplete : command(4, { type: 'presenter', action: 'present', steps });
  }
  const action = number === 2 ? 'retract' : number === 5 ? 'eject' : 'other';
  return command(3, { type: 'presenter', action, steps: null });
}

/** `GS ( x pL pH …` says its own length. Of these we read the QR code (`k`, symbol 49) and the process id (`H`, 48). */
function parseExtended(bytes: Uint8Array): ParsedCommand {
  const [, , family, low, high, symbol, action] = bytes;
  if (family === undefined || low === undefined || high === undefined) return incomplete;
  const byteCount = 5 + low + high * 256;
  if (bytes.length < byteCount) return incomplete;
  if (family === 0x48 && symbol === 48 && byteCount === 11) {
    return command(byteCount, { type: 'processId', id: Array.from(bytes.subarray(7, byteCount)) });
  }
  const qr = family === 0x6b && symbol === 49 ? parseQr(action ?? 0, bytes.subarray(7, byteCount)) : null;
  return qr === null ? unknown(bytes, byteCount) : command(byteCount, qr);
}

function parseQr(action: number, values: Uint8Array): QrSetting | null {
  const value = values[0] ?? 0;
  switch (action) {
    case 65:
      return { type: 'setQr', setting: {} };
    case 67:
      return { type: 'setQr', setting: { moduleDots: value } };
    case 69:
      return { type: 'setQr', setting: { correction: (['L', 'M', 'Q', 'H'] as const)[value - 48] ?? 'L' } };
    case 80:
      return { type: 'setQr', setting: { text: Buffer.from(values.subarray(1)).toString('latin1') } };
    case 81:
      return { type: 'printQr' };
    default:
      return null;
  }
}

/** `GS v 0 m xL xH yL yH` and the rows. */
function parseRaster(bytes: Uint8Array): ParsedCommand {
  const [, , zero, mode, xLow, xHigh, yLow, yHigh] = bytes;
  if (zero !== undefined && zero !== 0x30) return unknown(bytes, 3);
  if (mode === undefined || xLow === undefined || xHigh === undefined || yLow === undefined || yHigh === undefined) {
    return incomplete;
  }
  const widthBytes = xLow + xHigh * 256;
  const heightDots = yLow + yHigh * 256;
  const length = widthBytes * heightDots;
  if (length > greatestRasterBytes) return unknown(bytes, 8);
  if (bytes.length < 8 + length) return incomplete;
  return command(8 + length, {
    type: 'raster',
    widthBytes,
    heightDots,
    widthScale: (mode & 1) === 1 ? 2 : 1,
    heightScale: (mode & 2) === 2 ? 2 : 1,
    bits: Uint8Array.from(bytes.subarray(8, 8 + length)),
  });
}

function alignment(value: number): PrintOperation {
  const place = value >= 48 ? value - 48 : value;
  return { type: 'align', align: (['left', 'center', 'right'] as const)[place] ?? 'left' };
}

function printMode(value: number): PrintOperation {
  return {
    type: 'printMode',
    font: (value & 0x01) === 0 ? 'A' : 'B',
    isBold: (value & 0x08) !== 0,
    isUnderlined: (value & 0x80) !== 0,
    widthScale: (value & 0x20) === 0 ? 1 : 2,
    heightScale: (value & 0x10) === 0 ? 1 : 2,
  };
}

function withArgument(bytes: Uint8Array, meaningOf: (value: number) => PrintOperation): ParsedCommand {
  const value = bytes[2];
  return value === undefined ? incomplete : command(3, meaningOf(value));
}

function unknown(bytes: Uint8Array, byteCount: number): ParsedCommand {
  if (bytes.length < byteCount) return incomplete;
  return command(byteCount, { type: 'unknown', bytes: Array.from(bytes.subarray(0, byteCount)) });
}

function command(byteCount: number, meaning: PrintOperation | QrSetting): ParsedCommand {
  return { kind: 'command', byteCount, meaning };
}
