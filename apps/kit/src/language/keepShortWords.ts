const shortWord = /(?<=^|[\s\u00a0(„“])(\p{L})[ \t]+/gu;

/** Binds each one-letter word to the next one with a no-break space: a line never ends with `w` or `i`. */
export function keepShortWords(text: string): string {
  return text.replace(shortWord, '$1\u00a0');
}
