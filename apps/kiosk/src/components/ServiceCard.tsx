import { keepShortWords, QrCode, useText } from '@okienko/kit';
import { type KioskConfiguration, textIn } from '@okienko/shared';
import type { ReactNode, RefObject } from 'react';
import type { KioskLayout } from '../kioskLayout.ts';
import { useKiosk } from './KioskContext.ts';
import { PageKey } from './PageKey.tsx';
import type { FitPages } from './useFitPages.ts';

type Properties = {
  readonly card: KioskConfiguration['services'][number]['card'];
  /** What is measured, where the card alone is paged. */
  readonly box: RefObject<HTMLDivElement | null> | null;
  readonly fit: FitPages;
};

/** Wide enough for modules of 1.2 mm at the least, which a phone reads from 30 cm. */
const qrWidthsPx: Readonly<Record<KioskLayout, number>> = { portrait: 236, landscape: 165, small: 140, wide: 236 };

/** What to bring, the fee, how long it takes, and the address where the same can be done online. */
export function ServiceCard({ card, box, fit }: Properties): ReactNode {
  const text = useText();
  const { settings, layout } = useKiosk();
  const bring = card.bring[settings.language] ?? card.bring.pl;
  const qrPx = qrWidthsPx[layout];
  return (
    <div className={card.online === undefined ? 'card' : 'card has-online'} ref={box}>
      <div className="card-text">
        <h2 data-block>{text('ticket.bring.label')}</h2>
        <ul>
          {bring.map((item) => (
            <li key={item} data-block>
              {keepShortWords(item)}
            </li>
          ))}
        </ul>
        <dl>
          <Term label={text('kiosk.card.fee')} value={textIn(card.fee, settings.language)} />
          <Term label={text('kiosk.card.takes')} value={textIn(card.takes, settings.language)} />
        </dl>
      </div>
      {card.online !== undefined && (
        <div className="online" data-block>
          <QrCode value={card.online} label={text('kiosk.card.qr', { address: card.online })} widthPx={qrPx} />
          <p>{keepShortWords(text('kiosk.card.online'))}</p>
        </div>
      )}
      <PageKey fit={fit} />
    </div>
  );
}

function Term({ label, value }: { readonly label: string; readonly value: string }): ReactNode {
  return (
    <div data-block>
      <dt>{label}</dt>
      <dd>{keepShortWords(value)}</dd>
    </div>
  );
}
