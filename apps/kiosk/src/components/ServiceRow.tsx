import { accentStyle, ArrowRightIcon, formatMinutesRange, ServiceName, ServiceTile, useText } from '@okienko/kit';
import { type KioskConfiguration, type KioskFigures, type KioskView, textIn } from '@okienko/shared';
import type { ReactNode } from 'react';
import { useKiosk } from './KioskContext.ts';

type Properties = {
  readonly configuration: KioskConfiguration;
  readonly service: KioskConfiguration['services'][number];
  readonly waiting: KioskView['waiting'];
  readonly figures: KioskFigures;
};

/** One service: the letter that it puts on the ticket, its name, and the wait or why there is none. */
export function ServiceRow({ configuration, service, waiting, figures }: Properties): ReactNode {
  const { settings, layout, dispatch } = useKiosk();
  const { isLow } = settings;
  const text = useText();
  const figure = figures.services[service.id];
  const count = waiting[service.id] ?? 0;
  const isShort = layout !== 'portrait' || isLow || settings.isLarge;
  const range = figure?.waitRange ?? null;
  return (
    <button
      type="button"
      className="service"
      style={accentStyle(configuration.serviceGroups, service.group, 'light')}
      data-testid={`service-${service.id}`}
      aria-disabled={figure === undefined}
      onClick={() => figure !== undefined && dispatch({ type: 'serviceChosen', serviceId: service.id })}
    >
      <ServiceTile letter={service.letter} groupId={service.group} />
      <span className="name">
        <ServiceName name={textIn(service.name, settings.language)} />
      </span>{' '}
      <span className="wait">
        {figure === undefined ? (
          <b>{text('kiosk.service.closed')}</b>
        ) : (
          <>
            <b>{range === null ? text('kiosk.wait.unknown') : formatMinutesRange(text, range)}</b>{' '}
            <span>{text(isShort ? 'kiosk.waiting.short' : 'kiosk.waiting.long', { count })}</span>
          </>
        )}
      </span>
      <ArrowRightIcon />
    </button>
  );
}
