import { type CounterId, idSchemas, parse } from '@okienko/shared';

const storageKey = 'okienko.counter';

/** The counter that was last chosen on this computer; null where none was, or where the browser keeps nothing. */
export function rememberedCounter(): CounterId | null {
  try {
    const parsed = parse(idSchemas.counter, localStorage.getItem(storageKey));
    return parsed.isValid ? parsed.value : null;
  } catch (error) {
    console.error('the remembered counter cannot be read', error);
    return null;
  }
}

/** Remembers the choice for the next sign-in; a browser that refuses only loses the comfort, and it is reported. */
export function rememberCounter(counterId: CounterId): void {
  try {
    localStorage.setItem(storageKey, counterId);
  } catch (error) {
    console.error('the chosen counter cannot be remembered', error);
  }
}
