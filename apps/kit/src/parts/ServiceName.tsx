import { Fragment, type ReactNode } from 'react';
import { keepShortWords } from '../language/keepShortWords.ts';

/** A service's name; one with a dash breaks its line after the dash and nowhere earlier, if the parts fit. */
export function ServiceName({ name }: { readonly name: string }): ReactNode {
  const parts = keepShortWords(name).split(/(?<= [–-]) /u);
  return parts.map((part, index) => (
    <Fragment key={part}>
      {index > 0 && ' '}
      <span className="part">{keepHyphenated(part)}</span>
    </Fragment>
  ));
}

/** A word with a hyphen, `check-in`, stays on one line. */
function keepHyphenated(part: string): ReactNode {
  return part.split(/([^\s\u00a0]*\p{L}-\p{L}[^\s\u00a0]*)/u).map((piece) =>
    /\p{L}-\p{L}/u.test(piece) ? (
      <span key={piece} className="part">
        {piece}
      </span>
    ) : (
      piece
    ),
  );
}
