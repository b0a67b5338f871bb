import { hash } from 'node:crypto';
import type { JournalId } from '@okienko/shared';

/**
 * The hash of one event, 32 bytes: SHA-256 over the hash before it, its header and its payload as stored. Changing,
 * removing, adding or moving any event changes every hash after it.
 *
 * The bytes, in this order (integers unsigned and big-endian, text UTF-8):
 *
 * | what | form |
 * |---|---|
 * | hash before | 32 bytes: of the event before, or of the anchor |
 * | seq | 8 bytes |
 * | at | 8 bytes, milliseconds since the epoch |
 * | eventVersion | 4 bytes |
 * | type, branchId, deviceId, clerkId, commandId, configHash | each 4 bytes of length and its text; a null clerkId is the length `ffffffff` alone |
 * | payload | the stored bytes to the end |
 *
 * Every field carries its length, so that no two events share a byte form.
 */
export function eventHash(hashBefore: Uint8Array, event: ChainedEvent): Buffer {
  const { type, branchId, deviceId, clerkId, commandId, configHash } = event;
  const texts = [type, branchId, deviceId, clerkId, commandId, configHash];
  const bytes = Buffer.allocUnsafe(fixedByteLength + longestByteLength(texts) + event.payload.byteLength);
  bytes.set(hashBefore, 0);
  let end = hashByteLength;
  end = writeUInt64(bytes, event.seq, end);
  end = writeUInt64(bytes, event.at, end);
  end = bytes.writeUInt32BE(event.eventVersion, end);
  for (const text of texts) end = writeText(bytes, text, end);
  bytes.set(event.payload, end);
  return hash('sha256', bytes.subarray(0, end + event.payload.byteLength), 'buffer');
}

/** What the first event is chained to: it binds the whole journal to its id. */
export function genesisHash(journalId: JournalId): Buffer {
  return hash('sha256', `okienko journal ${journalId}`, 'buffer');
}

/** Binds a snapshot's text to its place: SHA-256 over the chain's hash at its seq and the text. */
export function snapshotHash(hashAtSeq: Uint8Array, text: string): Buffer {
  return hash('sha256', Buffer.concat([hashAtSeq, Buffer.from(text)]), 'buffer');
}

/** The fields that the chain protects; `payload` are the bytes as they are stored. */
export type ChainedEvent = {
  readonly seq: number;
  readonly at: number;
  readonly eventVersion: number;
  readonly type: string;
  readonly branchId: string;
  readonly deviceId: string;
  readonly clerkId: string | null;
  readonly commandId: string;
  readonly configHash: string;
  readonly payload: Uint8Array;
};

const hashByteLength = 32;
const textCount = 6;
const fixedByteLength = hashByteLength + 8 + 8 + 4 + textCount * 4;
const absentText = 0xff_ff_ff_ff;

/** UTF-8 takes at most 3 bytes for each UTF-16 unit. */
function longestByteLength(texts: readonly (string | null)[]): number {
  let unitCount = 0;
  for (const text of texts) unitCount += text?.length ?? 0;
  return unitCount * 3;
}

function writeUInt64(bytes: Buffer, value: number, offset: number): number {
  bytes.writeUInt32BE(Math.floor(value / 2 ** 32), offset);
  return bytes.writeUInt32BE(value % 2 ** 32, offset + 4);
}

function writeText(bytes: Buffer, text: string | null, offset: number): number {
  if (text === null) return bytes.writeUInt32BE(absentText, offset);
  const byteLength = bytes.write(text, offset + 4, 'utf8');
  bytes.writeUInt32BE(byteLength, offset);
  return offset + 4 + byteLength;
}
