import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { JournalRefusal } from './journalRefusal.ts';

/** Signs the anchors that stand in for removed rows (Ed25519, RFC 8032). */
export type AnchorKey = {
  /** The public half, as SubjectPublicKeyInfo in DER. */
  readonly publicKey: Uint8Array;
  readonly sign: (bytes: Uint8Array) => Uint8Array;
};

export const anchorKeyFileName = 'anchor-key.pem';

/**
 * The key of a data folder, made and on the disk at its first use. It belongs to the machine and not to the journal:
 * who copies a backup cannot sign in its name.
 *
 * @throws JournalRefusal `damaged` where the file holds no Ed25519 key.
 */
export function openAnchorKey(folder: string): AnchorKey {
  const file = join(folder, anchorKeyFileName);
  if (!existsSync(file)) writeKeyFile(file, generateKeyPairSync('ed25519').privateKey);
  return anchorKeyOf(readKeyFile(file));
}

/** A key that ends with the process, for journals in memory. */
export function createAnchorKey(): AnchorKey {
  return anchorKeyOf(generateKeyPairSync('ed25519').privateKey);
}

/** Whether `signature` over `bytes` is that of the public key; false too where the key's bytes are none. */
export function isSignedBy(publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean {
  const key = readPublicKey(publicKey);
  return key?.asymmetricKeyType === 'ed25519' && verify(null, bytes, key, signature);
}

/** Null for bytes that are no key: they come from a file that may be damaged, and what they sign proves nothing. */
function readPublicKey(publicKey: Uint8Array): KeyObject | null {
  try {
    return createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' });
  } catch {
    return null;
  }
}

/** How people compare keys: SHA-256 of the public half in hexadecimal, the first 16 digits in groups of four. */
export function fingerprintOf(publicKey: Uint8Array): string {
  const digest = createHash('sha256').update(publicKey).digest('hex');
  return digest.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ');
}

function anchorKeyOf(privateKey: KeyObject): AnchorKey {
  return {
    publicKey: createPublicKey(privateKey).export({ format: 'der', type: 'spki' }),
    sign: (bytes) => sign(null, bytes, privateKey),
  };
}

function readKeyFile(file: string): KeyObject {
  const refuse = (cause?: unknown) =>
    new JournalRefusal(
      'damaged',
      `The key ${file} is no Ed25519 private key: put it back from your copy, or move it aside to have a new one made.`,
      { cause },
    );
  let key: KeyObject;
  try {
    key = createPrivateKey(readFileSync(file));
  } catch (error) {
    throw refuse(error);
  }
  if (key.asymmetricKeyType !== 'ed25519') throw refuse();
  return key;
}

/** Whole under its name or not at all; readable by the server's own user alone. */
function writeKeyFile(file: string, key: KeyObject): void {
  const draft = `${file}.new`;
  const descriptor = openSync(draft, 'w', 0o600);
  try {
    writeSync(descriptor, key.export({ format: 'pem', type: 'pkcs8' }).toString());
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(draft, file);
}
