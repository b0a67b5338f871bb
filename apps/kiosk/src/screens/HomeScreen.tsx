import { ArrowDownIcon, keepShortWords, useText } from '@okienko/kit';
import type { KioskConfiguration, KioskFigures, KioskView, Replica } from '@okienko/shared';
import type { ReactNode } from 'react';
import { AccessRow } from '../components/AccessRow.tsx';
import { Header } from '../components/Header.tsx';
import { useKiosk } from '../components/KioskContext.ts';
import { Languages } from '../components/Languages.tsx';
import { MoreKey } from '../components/MoreKey.tsx';
import { NoPaperHint, noPaperHintId } from '../components/NoPaperHint.tsx';
import { ServiceList } from '../components/ServiceList.tsx';
import { useHomePages } from '../components/useHomePages.ts';
import { pageMeasureOf } from '../kioskLayout.ts';

type Properties = {
  readonly replica: Pick<Replica<unknown, unknown>, 'now' | 'state'>;
  readonly configuration: KioskConfiguration;
  readonly waiting: KioskView['waiting'];
  readonly figures: KioskFigures;
  readonly page: number;
};

/** Every service of the branch with its wait, page by page where they do not all fit; never scrolled. */
export function HomeScreen({ replica, configuration, waiting, figures, page }: Properties): ReactNode {
  const text = useText();
  const { settings, layout, hasPaper } = useKiosk();
  const { isLow, isLarge } = settings;
  // In large text the sentence would take the place of a service; the next page says it beside its key.
  const isHinted = !hasPaper && !isLarge;
  const { box, content, pages } = useHomePages(configuration);
  const measure = pageMeasureOf(layout, settings);
  const shownPage = pages[page] === undefined ? 0 : page;
  const shown = pages[shownPage];
  const title = (
    <h1 tabIndex={-1} aria-describedby={isHinted ? noPaperHintId : undefined}>
      {text('kiosk.home.title')}
    </h1>
  );
  const more = pages.length > 1 ? <MoreKey pages={pages} page={shownPage} isOutside={!measure.hasMoreInside} /> : null;
  const languages = <Languages languages={configuration.branch.languages} />;
  return (
    <>
      {!isLow && <Header replica={replica} branch={configuration.branch} />}
      {!isLow && layout === 'portrait' && languages}
      <main className="home">
        {isLow && (
          <div className="upper">
            <Header replica={replica} branch={configuration.branch} ground="dark" />
            <div className="say">
              <div>
                {title}
                <p>{keepShortWords(text('kiosk.home.low'))}</p>
              </div>
              <ArrowDownIcon />
            </div>
            {isHinted && <NoPaperHint />}
          </div>
        )}
        {isLow && languages}
        {!isLow && layout === 'portrait' && title}
        {layout !== 'portrait' && (
          <div className="bar">
            {title}
            {languages}
          </div>
        )}
        {isHinted && !isLow && layout === 'portrait' && <NoPaperHint />}
        <div className="services" ref={box}>
          <div className="services-content" ref={content}>
            {shown !== undefined && (
              <ServiceList
                {...{ configuration, waiting, figures }}
                bands={shown.bands}
                more={measure.hasMoreInside ? more : null}
              />
            )}
          </div>
        </div>
        {!measure.hasMoreInside && more}
      </main>
      <AccessRow />
    </>
  );
}
