import { keepShortWords } from '@okienko/kit';
import type { ReactNode } from 'react';

type Properties = { readonly title: string; readonly body: string; readonly isHeading?: boolean };

/** What happened, then what to do; the sign and the frame say it without colour. */
export function Notice({ title, body, isHeading = false }: Properties): ReactNode {
  const Title = isHeading ? 'h1' : 'h2';
  return (
    <section className="notice" role="alert" data-testid="notice">
      <span className="sign" aria-hidden="true">
        !
      </span>
      <div>
        <Title>{keepShortWords(title)}</Title>
        <p>{keepShortWords(body)}</p>
      </div>
    </section>
  );
}
