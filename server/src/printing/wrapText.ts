const noBreakSpace = '\u00a0';

/**
 * Breaks text into lines of at most `columns` characters, at spaces. One-letter words (i, w, z, o, u, a) hold to the
 * next word and a dash to the word before it, as Polish typesetting asks; a word longer than the line is cut. The
 * lines come back with plain spaces; empty text gives no line.
 */
export function wrapText(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  for (const piece of unbreakablePieces(text).flatMap((each) => fitPiece(each, columns))) {
    const last = lines.at(-1);
    if (last !== undefined && lengthOf(last) + 1 + lengthOf(piece) <= columns)
      lines[lines.length - 1] = `${last} ${piece}`;
    else lines.push(piece);
  }
  return lines.map((line) => line.replaceAll(noBreakSpace, ' '));
}

/** As `wrapText`, with the same number of lines made about equally long: for names, which read better balanced. */
export function wrapBalanced(text: string, columns: number): readonly string[] {
  const longestPiece = Math.max(1, ...unbreakablePieces(text).map(lengthOf));
  let lines = wrapText(text, columns);
  for (let narrower = columns - 1; narrower >= longestPiece; narrower -= 1) {
    const tried = wrapText(text, narrower);
    if (tried.length > lines.length) break;
    lines = tried;
  }
  return lines;
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

function fitPiece(piece: string, columns: number): readonly string[] {
  if (lengthOf(piece) <= columns) return [piece];
  return piece.split(noBreakSpace).flatMap((word) => cutWord(word, columns));
}

function cutWord(word: string, columns: number): readonly string[] {
  const characters = Array.from(word);
  const parts: string[] = [];
  for (let start = 0; start < characters.length; start += columns) {
    parts.push(characters.slice(start, start + columns).join(''));
  }
  return parts;
}

function lengthOf(text: string): number {
  return Array.from(text).length;
}
