import { ArrowDownIcon, keepShortWords, useText } from '@okienko/kit';
import { assertNever } from '@okienko/shared';
import type { ReactNode } from 'react';
import type { Paper } from '../paper.ts';
import { useKiosk } from './KioskContext.ts';
import { Notice } from './Notice.tsx';

/** That there is no paper, or that there may be none: said before anything else on the page. */
export function PaperNotice({ paper }: { readonly paper: Paper }): ReactNode {
  const text = useText();
  switch (paper.state) {
    case 'printing':
    case 'ready':
      return null;
    case 'none':
      return (
        <Notice
          title={text('kiosk.ticket.noPaper.title')}
          body={text('kiosk.ticket.noPaper.body', { reason: paper.reason })}
        />
      );
    case 'unsure':
      return <Notice title={text('kiosk.ticket.unsure.title')} body={text('kiosk.ticket.unsure.body')} />;
    default:
      return assertNever(paper);
  }
}

/** What happens next: the paper to take, if there is one, and how the call will come. */
export function PaperNext({ paper }: { readonly paper: Paper }): ReactNode {
  const text = useText();
  const { isLarge } = useKiosk().settings;
  const wait = isLarge ? text('ticket.keep') : `${text('kiosk.ticket.sit')} ${text('ticket.keep')}`;
  if (paper.state === 'none' || paper.state === 'unsure')
    return <p className="wait-for-call">{keepShortWords(wait)}</p>;
  const isReady = paper.state === 'ready';
  return (
    <output className="take" data-testid="paper">
      {isReady && <ArrowDownIcon />}
      <div>
        <h2>{keepShortWords(text(isReady ? 'kiosk.ticket.take' : 'kiosk.ticket.printing.title'))}</h2>
        <p>{keepShortWords(isReady ? wait : text('kiosk.ticket.printing.body'))}</p>
      </div>
    </output>
  );
}
