import { Fragment, type ReactNode } from 'react';
import { keepShortWords } from '../language/keepShortWords.ts';

/** A service's name; one with a dash breaks its line after the dash and nowhere earlier, if the parts fit. */
export function ServiceName({ name }: { readonly name: string }): ReactNode {
  const parts = keepShortWords(name).split(/(?<= [–-]) /u);
  return parts.map((part, index) => (
    <Fragment key={part}>
      {index > 0 && ' '}
      <span className="part">{part}</span>
    </Fragment>
  ));
}
