import { accentStyle, keepShortWords, useText } from '@okienko/kit';
import { type KioskConfiguration, type KioskFigures, type KioskView, type Opening, textIn } from '@okienko/shared';
import type { ReactNode } from 'react';
import type { HomePage, Section } from '../homePages.ts';
import { useKiosk } from './KioskContext.ts';
import { ServiceRow } from './ServiceRow.tsx';

type Facts = {
  readonly configuration: KioskConfiguration;
  readonly waiting: KioskView['waiting'];
  readonly figures: KioskFigures;
};
type Properties = Facts & { readonly bands: HomePage['bands']; readonly more: ReactNode };

/** One page of services: bands from above, in each its columns, in each its groups. */
export function ServiceList({ bands, more, ...facts }: Properties): ReactNode {
  const { settings, layout } = useKiosk();
  const isPair = layout !== 'portrait' && !settings.isLarge;
  return (
    <>
      {bands.map((band, bandIndex) => (
        <div key={bandKey(band)} className={isPair ? 'band pair' : 'band'}>
          {band.map((cell, cellIndex) => (
            <div key={cell.sections[0]?.services[0]?.id ?? 'free'} className="cell">
              {cell.sections.map((section) => (
                <GroupSection key={section.services[0]?.id} section={section} {...facts} />
              ))}
              {cell.hasAside && <Aside opening={facts.figures.opening} />}
              {bandIndex === bands.length - 1 && cellIndex === band.length - 1 && more}
            </div>
          ))}
        </div>
      ))}
    </>
  );
}

function bandKey(band: HomePage['bands'][number]): string {
  return band.map(({ sections }) => sections[0]?.services[0]?.id ?? '').join(' ');
}

function GroupSection({ section, ...facts }: Facts & { readonly section: Section }): ReactNode {
  const { settings } = useKiosk();
  const { group, services, hasHeading } = section;
  const name = textIn(group.name, settings.language);
  // The rest of a group in the next column belongs to the landmark that its first part has named.
  const isContinued = facts.configuration.services.find((service) => service.group === group.id) !== services[0];
  return (
    <section
      className="group"
      style={accentStyle(facts.configuration.serviceGroups, group.id, 'light')}
      data-testid={`group-${group.id}`}
      aria-label={isContinued ? undefined : name}
    >
      {hasHeading && <h2>{keepShortWords(name)}</h2>}
      {services.map((service) => (
        <ServiceRow key={service.id} service={service} {...facts} />
      ))}
    </section>
  );
}

function Aside({ opening }: { readonly opening: Opening }): ReactNode {
  const text = useText();
  const closesAt = opening.state === 'open' ? opening.closesAt : null;
  return (
    <aside className="aside">
      {closesAt !== null && <b>{text('kiosk.home.openUntil', { time: closesAt.time })}</b>}
      <span>{keepShortWords(text('kiosk.home.ask'))}</span>
    </aside>
  );
}
