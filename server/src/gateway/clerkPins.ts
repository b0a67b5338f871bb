import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { type ClerkId, required } from '@okienko/shared';

/** A clerk with the salted hash of the PIN, as the configuration holds it: `scrypt:<salt>:<hash>` in base64. */
export type ClerkPin = { readonly clerkId: ClerkId; readonly pinHash: string };

const hashBytes = 32;
/** N = 2^14, r = 8, p = 1: about 30 ms and 16 MB a try; the first of the sets that OWASP's cheat sheet of 2024 names. */
const cost = { N: 16_384, r: 8, p: 1 } as const;

/** The hash of a new PIN with a salt of its own, for the configuration. */
export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(16);
  return `scrypt:${salt.toString('base64')}:${(await derive(pin, salt)).toString('base64')}`;
}

/** The hashes of the PINs that a demo made; clerks with the same PIN share one, for that is no secret of theirs. */
export async function hashDemoPins(
  clerks: readonly { readonly clerkId: ClerkId; readonly pin: string }[],
): Promise<readonly ClerkPin[]> {
  const pins = [...new Set(clerks.map(({ pin }) => pin))];
  const hashes = new Map(await Promise.all(pins.map(async (pin) => [pin, await hashPin(pin)] as const)));
  return clerks.map(({ clerkId, pin }) => ({ clerkId, pinHash: required(hashes.get(pin), 'the hash of a PIN') }));
}

/** All clerks whose PIN this is: one in a well-kept configuration. Takes the same time whether any matches or not. */
export async function clerksWithPin(pin: string, clerks: readonly ClerkPin[]): Promise<readonly ClerkId[]> {
  const hashes = [...new Set(clerks.map(({ pinHash }) => pinHash))];
  const matches = await Promise.all(hashes.map(async (pinHash) => ((await isPinOf(pin, pinHash)) ? [pinHash] : [])));
  const right = new Set(matches.flat());
  return clerks.filter(({ pinHash }) => right.has(pinHash)).map(({ clerkId }) => clerkId);
}

async function isPinOf(pin: string, pinHash: string): Promise<boolean> {
  const [, salt, hash] = pinHash.split(':');
  const expected = Buffer.from(required(hash, 'the hash of a PIN'), 'base64');
  const actual = await derive(pin, Buffer.from(required(salt, 'the salt of a PIN'), 'base64'));
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

function derive(pin: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, hashBytes, cost, (error, key) => (error === null ? resolve(key) : reject(error)));
  });
}
