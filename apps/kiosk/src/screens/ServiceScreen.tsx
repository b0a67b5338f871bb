import { accentStyle, ServiceName, ServiceTile, useText } from '@okienko/kit';
import { type KioskFigures, required, textIn } from '@okienko/shared';
import { type ReactNode, useRef, useState } from 'react';
import { AccessRow } from '../components/AccessRow.tsx';
import { Header } from '../components/Header.tsx';
import { useKiosk } from '../components/KioskContext.ts';
import { PriorityQuestion } from '../components/PriorityQuestion.tsx';
import { ServiceCard } from '../components/ServiceCard.tsx';
import { ServiceFacts } from '../components/ServiceFacts.tsx';
import { TopBar } from '../components/TopBar.tsx';
import { useFitPages } from '../components/useFitPages.ts';
import type { ReadingProperties } from './readingProperties.ts';

type Properties = ReadingProperties & { readonly figures: KioskFigures };

/** One service before its ticket: who is ahead, what to bring, the question of priority, and the one yellow key. */
export function ServiceScreen({ replica, configuration, figures, step, takeKey }: Properties): ReactNode {
  const text = useText();
  const { settings } = useKiosk();
  const { isLow } = settings;
  const service = required(
    configuration.services.find(({ id }) => id === step.serviceId),
    'the chosen service',
  );
  const { box, fit, isQuestionOpen } = useCardAndQuestion(service.id, configuration.priorityReasons.length);
  const { branch, priorityReasons } = configuration;
  const top = <TopBar languages={branch.languages} back={text('kiosk.service.back')} />;
  return (
    <>
      <Header replica={replica} branch={branch} />
      {!isLow && top}
      <main className="service-page" style={accentStyle(configuration.serviceGroups, service.group, 'light')}>
        <div className="title">
          <ServiceTile letter={service.letter} groupId={service.group} />
          <h1 tabIndex={-1}>
            <ServiceName name={textIn(service.name, settings.language)} />
          </h1>
        </div>
        <div className="about" ref={settings.isLarge ? box : null}>
          <ServiceFacts figure={figures.services[service.id]} typicalMinutes={service.typicalServiceMinutes} />
          <ServiceCard card={service.card} box={settings.isLarge ? null : box} fit={fit} />
        </div>
        {isLow && top}
        <div className="decide">
          {priorityReasons.length > 0 && (
            <PriorityQuestion reasons={priorityReasons} chosenId={step.reasonId} isOpen={isQuestionOpen} />
          )}
          {takeKey}
        </div>
      </main>
      <AccessRow />
    </>
  );
}

/** More answers than these always have a page of their own. */
const openAnswers = 4;

/** Where card and question do not both fit, the question is one row; where the card alone does not, it has pages. */
function useCardAndQuestion(serviceId: string, answerCount: number) {
  const { settings, layout, fitKey } = useKiosk();
  const [longCard, setLongCard] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const cardKey = `${serviceId} ${fitKey}`;
  // On a wide screen the question has a column of its own; in portrait it takes its room from the card.
  const hasRoom = layout === 'wide' || (layout === 'portrait' && longCard !== cardKey);
  const isQuestionOpen = hasRoom && !settings.isLarge && answerCount <= openAnswers;
  const fit = useFitPages(box, {
    fitKey: `${cardKey} ${String(isQuestionOpen)}`,
    keyPx: settings.isLarge ? 136 : 92,
    onOverflow: () => setLongCard(cardKey),
  });
  return { box, fit, isQuestionOpen };
}
