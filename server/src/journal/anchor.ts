import { hash } from 'node:crypto';
import {
  type CalendarDate,
  calendarDateSchema,
  idSchemas,
  type Instant,
  instantSchema,
  type JournalId,
  parse,
} from '@okienko/shared';
import { z } from 'zod/mini';
import { type AnchorKey, isSignedBy } from './anchorKey.ts';
import type { ChainLink } from './eventRow.ts';

/**
 * Where a journal begins once older rows are gone: a place of the chain, the state after it, and a statement of what
 * was removed, signed before the first row went.
 */
export type SignedAnchor = {
  readonly link: ChainLink;
  readonly snapshot: string;
  /** The signed text: JSON of `statementSchema`. */
  readonly statement: string;
  readonly publicKey: Uint8Array;
  readonly signature: Uint8Array;
};

const hexSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const statementSchema = z.strictObject({
  journalId: idSchemas.journal,
  /** The last event that may be gone, its hash, and the hash of the state after it. */
  seq: idSchemas.seq,
  hash: hexSchema,
  snapshotHash: hexSchema,
  /** The newest business day that may be gone. */
  businessDate: calendarDateSchema,
  at: instantSchema,
});
export type AnchorStatement = z.output<typeof statementSchema>;

/** Signs that everything up to `link` was there and may go. */
export function signAnchor(
  facts: {
    readonly journalId: JournalId;
    readonly link: ChainLink;
    readonly snapshot: string;
    readonly businessDate: CalendarDate;
    readonly at: Instant;
  },
  key: AnchorKey,
): SignedAnchor {
  const { journalId, link, snapshot, businessDate, at } = facts;
  const statement = JSON.stringify({
    journalId,
    seq: link.seq,
    hash: Buffer.from(link.hash).toString('hex'),
    snapshotHash: hash('sha256', snapshot),
    businessDate,
    at,
  });
  const signature = key.sign(Buffer.from(statement));
  return { link, snapshot, statement, publicKey: key.publicKey, signature };
}

export type AnchorReading =
  | { readonly isSound: true; readonly statement: AnchorStatement }
  | { readonly isSound: false; readonly problem: string };

/** What an anchor states, or in words why it proves nothing. Whose key it is, people compare by its fingerprint. */
export function readAnchor({ link, snapshot, statement, publicKey, signature }: SignedAnchor): AnchorReading {
  if (!isSignedBy(publicKey, Buffer.from(statement), signature)) return unsound('its signature does not fit');
  const parsed = parse(statementSchema, JSON.parse(statement));
  if (!parsed.isValid) return unsound(`its statement is broken at ${parsed.path}: ${parsed.problem}`);
  const { seq, hash: stated, snapshotHash } = parsed.value;
  if (seq !== link.seq || stated !== Buffer.from(link.hash).toString('hex')) return unsound('it signs another place');
  if (snapshotHash !== hash('sha256', snapshot)) return unsound('its state is not the signed one');
  return { isSound: true, statement: parsed.value };
}

function unsound(problem: string): AnchorReading {
  return { isSound: false, problem };
}
