import { keepShortWords, useText } from '@okienko/kit';
import { required, textIn } from '@okienko/shared';
import { type ReactNode, useRef } from 'react';
import { AccessRow } from '../components/AccessRow.tsx';
import { Header } from '../components/Header.tsx';
import { useKiosk } from '../components/KioskContext.ts';
import { PageKey } from '../components/PageKey.tsx';
import { PriorityOptions } from '../components/PriorityOptions.tsx';
import { TopBar } from '../components/TopBar.tsx';
import { useFitPages } from '../components/useFitPages.ts';
import type { ReadingProperties } from './readingProperties.ts';

/** The question of priority on its own page; the ticket can be taken from here, and back keeps the choice. */
export function PriorityScreen({ replica, configuration, step, takeKey }: ReadingProperties): ReactNode {
  const text = useText();
  const { settings, layout, fitKey } = useKiosk();
  const { isLow } = settings;
  const box = useRef<HTMLDivElement>(null);
  const fit = useFitPages(box, { fitKey, keyPx: settings.isLarge ? 136 : 92 });
  const { branch, services, priorityReasons } = configuration;
  const service = required(
    services.find(({ id }) => id === step.serviceId),
    'the chosen service',
  );
  const question = text('kiosk.priority.question');
  const top = (
    <TopBar
      languages={branch.languages}
      back={layout === 'landscape' ? text('kiosk.back') : textIn(service.name, settings.language)}
    />
  );
  return (
    <>
      <Header replica={replica} branch={branch} />
      {!isLow && top}
      <main className="priority-page">
        <div className="ask-priority">
          <h1 tabIndex={-1}>{keepShortWords(question)}</h1>
          <p className="lead">{keepShortWords(text('kiosk.priority.hint'))}</p>
        </div>
        {isLow && top}
        <div className="answers" ref={box}>
          <PriorityOptions reasons={priorityReasons} chosenId={step.reasonId} label={question} />
          <PageKey fit={fit} />
        </div>
        <p className="kept">{keepShortWords(text('kiosk.priority.kept', { word: text('ticket.priority') }))}</p>
        {takeKey}
      </main>
      <AccessRow />
    </>
  );
}
