import { ArrowDownIcon, keepShortWords, useText } from '@okienko/kit';
import { assertNever } from '@okienko/shared';
import type { ReactNode } from 'react';
import type { Paper } from '../paper.ts';
import { useKiosk } from './KioskContext.ts';
import { Notice } from './Notice.tsx';

/** That there is no paper, or that there may be none: said before anything else on the page. */
export function PaperNotice({ paper }: { readonly paper: Paper }): ReactNode {
  const text = useText();
  const body = useNoticeBody(paper);
  switch (paper.state) {
    case 'printing':
    case 'ready':
    case 'sent':
      return null;
    case 'none':
      return <Notice title={text('kiosk.ticket.noPaper.title')} body={body} />;
    case 'unsure':
      return <Notice title={text('kiosk.ticket.unsure.title')} body={body} />;
    default:
      return assertNever(paper);
  }
}

/** What happened and what to do; where there is less room, only what to do, and in large text only the first of that. */
function useNoticeBody(paper: Paper): string {
  const text = useText();
  const { settings, layout } = useKiosk();
  if (settings.isLarge) return text('kiosk.ticket.noPaper.body', { why: 'noPrinter' });
  if (paper.state !== 'none') return text('kiosk.ticket.ifMissing');
  const why = layout === 'small' && paper.why === 'paperOut' ? 'notPrinted' : paper.why;
  return text('kiosk.ticket.noPaper.body', { why });
}

/** What happens next: the paper to take, if there is one, and how the call will come. */
export function PaperNext({ paper }: { readonly paper: Paper }): ReactNode {
  const text = useText();
  const { isLarge } = useKiosk().settings;
  const wait = isLarge ? text('ticket.keep') : `${text('kiosk.ticket.sit')} ${text('ticket.keep')}`;
  switch (paper.state) {
    case 'none':
    case 'unsure':
      return <p className="wait-for-call">{keepShortWords(wait)}</p>;
    case 'printing': {
      const speed = paper.isSlow ? 'slow' : 'printing';
      return <Take title={text(`kiosk.ticket.${speed}.title`)} body={text(`kiosk.ticket.${speed}.body`)} />;
    }
    case 'ready':
      return <Take isReady title={text('kiosk.ticket.take')} body={wait} />;
    case 'sent':
      return <Take isReady title={text('kiosk.ticket.take')} body={text('kiosk.ticket.ifMissing')} />;
    default:
      return assertNever(paper);
  }
}

type TakeProperties = { readonly title: string; readonly body: string; readonly isReady?: boolean };

function Take({ title, body, isReady = false }: TakeProperties): ReactNode {
  return (
    <output className="take" data-testid="paper">
      {isReady && <ArrowDownIcon />}
      <div>
        <h2>{keepShortWords(title)}</h2>
        <p>{keepShortWords(body)}</p>
      </div>
    </output>
  );
}
