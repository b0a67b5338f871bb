import { codePageOfSelector, decodeText, type CodePageName, type CodePageNumbers } from './codePages.ts';
import { parseCommand, type QrSetting } from './escposCommand.ts';
import type { PrintOperation } from './printOperation.ts';

/** An operation and how many bytes said it; what only prepares a QR code is counted with the code it prints. */
export type DecodedOperation = { readonly operation: PrintOperation; readonly byteCount: number };

/** Where the reader is between two pieces of the stream; immutable, so that a state can be kept and used again. */
export type DecoderState = {
  readonly codePage: CodePageName | null;
  /** The printer's own numbers of its pages (see `PrinterProfile`). */
  readonly codePageNumbers: CodePageNumbers;
  /** Characters read since the last command, and the bytes of a command that is not complete yet. */
  readonly textBytes: Uint8Array;
  readonly pending: Uint8Array;
  readonly qr: { readonly text: string; readonly moduleDots: number; readonly correction: 'L' | 'M' | 'Q' | 'H' };
  readonly qrByteCount: number;
};

const noBytes = new Uint8Array();
/** Text without any command is given up in pieces of this size, so that what is held back stays small. */
const greatestTextBytes = 4096;

/** A printer after `ESC @`: page PC437, QR modules of 3 dots, correction L (the defaults of Epson's reference). */
export const freshDecoder: DecoderState = {
  codePage: 'PC437',
  codePageNumbers: {},
  textBytes: noBytes,
  pending: noBytes,
  qr: { text: '', moduleDots: 3, correction: 'L' },
  qrByteCount: 0,
};

/**
 * Reads a piece of an ESC/POS stream. The same bytes give the same operations however they are cut into pieces.
 * Never throws: what it does not know becomes an `unknown` operation with its bytes, and reading goes on after it.
 * Characters are held back until the next command; `finishDecoding` gives up what is left at the end of the stream.
 */
export function decodeEscpos(
  state: DecoderState,
  piece: Uint8Array,
): { readonly state: DecoderState; readonly operations: readonly DecodedOperation[] } {
  const bytes = state.pending.length === 0 ? piece : Buffer.concat([state.pending, piece]);
  const operations: DecodedOperation[] = [];
  let current: DecoderState = { ...state, pending: noBytes };
  let offset = 0;
  while (offset < bytes.length) {
    const textEnd = endOfText(bytes, offset, offset + greatestTextBytes - current.textBytes.length);
    if (textEnd > offset) {
      current = { ...current, textBytes: Buffer.concat([current.textBytes, bytes.subarray(offset, textEnd)]) };
      offset = textEnd;
      if (current.textBytes.length < greatestTextBytes) continue;
      operations.push(...textOperation(current));
      current = { ...current, textBytes: noBytes };
      continue;
    }
    const command = parseCommand(bytes.subarray(offset));
    if (command.kind === 'incomplete') break;
    const step = applyCommand(current, command.meaning, command.byteCount);
    current = step.state;
    operations.push(...step.operations);
    offset += command.byteCount;
  }
  return { state: { ...current, pending: Uint8Array.from(bytes.subarray(offset)) }, operations };
}

/** What the end of the stream leaves: the last characters, and a command that was never completed as `unknown`. */
export function finishDecoding(state: DecoderState): readonly DecodedOperation[] {
  const text = textOperation(state);
  const { pending } = state;
  if (pending.length === 0) return text;
  return [...text, { operation: { type: 'unknown', bytes: Array.from(pending) }, byteCount: pending.length }];
}

function applyCommand(
  state: DecoderState,
  meaning: PrintOperation | QrSetting,
  byteCount: number,
): { readonly state: DecoderState; readonly operations: readonly DecodedOperation[] } {
  const before = textOperation(state);
  const rest: DecoderState = { ...state, textBytes: noBytes };
  if (meaning.type === 'setQr') {
    const qr = { ...rest.qr, ...meaning.setting };
    return { state: { ...rest, qr, qrByteCount: rest.qrByteCount + byteCount }, operations: before };
  }
  if (meaning.type === 'printQr') {
    const decoded: DecodedOperation = {
      operation: { type: 'qr', ...rest.qr },
      byteCount: byteCount + rest.qrByteCount,
    };
    return { state: { ...rest, qrByteCount: 0 }, operations: [...before, decoded] };
  }
  return { state: stateAfter(rest, meaning), operations: [...before, { operation: meaning, byteCount }] };
}

function stateAfter(state: DecoderState, operation: PrintOperation): DecoderState {
  if (operation.type === 'initialize') return { ...state, codePage: freshDecoder.codePage };
  if (operation.type === 'selectCodePage') {
    return { ...state, codePage: codePageOfSelector(operation.selector, state.codePageNumbers) };
  }
  return state;
}

function textOperation({ textBytes, codePage }: DecoderState): readonly DecodedOperation[] {
  if (textBytes.length === 0) return [];
  const byteCount = textBytes.length;
  // On a page that we do not read, ASCII still means itself; the rest is shown as a replacement character.
  const text =
    codePage === null
      ? Array.from(textBytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : '\ufffd')).join('')
      : decodeText(codePage, textBytes);
  return [{ operation: { type: 'text', text }, byteCount }];
}

function endOfText(bytes: Uint8Array, from: number, limit: number): number {
  let end = from;
  while (end < Math.min(bytes.length, limit) && isCharacter(bytes[end])) end += 1;
  return end;
}

function isCharacter(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x20 && byte !== 0x7f;
}
