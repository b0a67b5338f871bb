const noBreakSpace = '\u00a0';

/** How long a text is in the unit of the limit: characters of a printer's font, or dots of drawn letters. */
export type TextMeasure = (text: string) => number;

/**
 * Breaks text into lines no longer than `limit`, at spaces. One-letter words (i, w, z, o, u, a) hold to the next word
 * and a dash to the word before it, as Polish typesetting asks; a word longer than the line is cut. The lines come
 * back with plain spaces; empty text gives no line.
 */
export function wrapText(text: string, limit: number, measure: TextMeasure = lengthOf): readonly string[] {
  const lines: string[] = [];
  for (const piece of unbreakablePieces(text).flatMap((each) => fitPiece(each, limit, measure))) {
    const last = lines.at(-1);
    if (last !== undefined && measure(`${last} ${piece}`) <= limit) lines[lines.length - 1] = `${last} ${piece}`;
    else lines.push(piece);
  }
  return lines.map((line) => line.replaceAll(noBreakSpace, ' '));
}

/** As `wrapText`, with the same number of lines made about equally long: for names, which read better balanced. */
export function wrapBalanced(text: string, limit: number, measure: TextMeasure = lengthOf): readonly string[] {
  const longestPiece = Math.max(1, ...unbreakablePieces(text).map(measure));
  // A line of dots is narrowed by about a letter at a time, as one of characters is.
  const step = Math.max(1, Math.floor(limit / 48));
  let lines = wrapText(text, limit, measure);
  for (let narrower = limit - step; narrower >= longestPiece; narrower -= step) {
    const tried = wrapText(text, narrower, measure);
    if (tried.length > lines.length) break;
    lines = tried;
  }
  return lines;
}

/** Whether the text can be broken at this limit without a word being cut. */
export function fitsUncut(text: string, limit: number, measure: TextMeasure = lengthOf): boolean {
  return unbreakablePieces(text).every((piece) => measure(piece) <= limit);
}

function unbreakablePieces(text: string): readonly string[] {
  const words = text.split(/[ \t\r\n]+/).filter((word) => word !== '');
  const pieces: string[] = [];
  let isHeldToNext = false;
  for (const word of words) {
    const last = pieces.at(-1);
    const isDash = /^[-\u2013\u2014]$/.test(word);
    if (last !== undefined && (isHeldToNext || isDash)) pieces[pieces.length - 1] = `${last}${noBreakSpace}${word}`;
    else pieces.push(word);
    isHeldToNext = /^\p{L}$/u.test(word);
  }
  return pieces;
}

function fitPiece(piece: string, limit: number, measure: TextMeasure): readonly string[] {
  if (measure(piece) <= limit) return [piece];
  return piece.split(noBreakSpace).flatMap((word) => cutWord(word, limit, measure));
}

function cutWord(word: string, limit: number, measure: TextMeasure): readonly string[] {
  const parts: string[] = [];
  for (const character of word) {
    const last = parts.at(-1);
    if (last !== undefined && measure(last + character) <= limit) parts[parts.length - 1] = last + character;
    else parts.push(character);
  }
  return parts;
}

function lengthOf(text: string): number {
  return Array.from(text).length;
}
