/** Names under which a secret may stand, whatever their case and dashes; tokens also as the end of a longer name. */
const secretNames =
  /^(pins?|pinhash(es)?|(set)?cookies?|(proxy)?authorization|passwords?|secrets?|daykeys?|apikeys?|followurl|\w*tokens?)$/;
/** The hash of a PIN, as configurations hold it, inside any text. */
const pinHashes = /scrypt:[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+/g;
/** A PIN beside its name inside a text, such as a quoted message: `"pin":"123456"`, `pin=123456`. */
const namedPins = /(\bpins?\W{1,8})[0-9]{4,8}(?![0-9])/gi;

const hiddenText = '[hidden]';

/**
 * The fields of a log line with every secret hidden by its name, however deep it stands. Errors stay as they are: they
 * are taken apart later, and then come here as fields.
 */
export function withoutSecrets(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, isSecretName(name) ? hiddenText : hiddenWithin(value)]),
  );
}

/** A text with hashes of PINs, and PINs that are called so, hidden. */
export function textWithoutSecrets(text: string): string {
  return text.replaceAll(pinHashes, hiddenText).replaceAll(namedPins, `$1${hiddenText}`);
}

function isSecretName(name: string): boolean {
  return secretNames.test(name.toLowerCase().replaceAll(/[-_]/g, ''));
}

function hiddenWithin(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hiddenWithin);
  if (typeof value !== 'object' || value === null || value instanceof Error) return value;
  return withoutSecrets(Object.fromEntries(Object.entries(value)));
}
