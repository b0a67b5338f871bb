import { formatMinutesRange, useText } from '@okienko/kit';
import type { KioskFigures, ServiceId } from '@okienko/shared';
import type { ReactNode } from 'react';
import { useKiosk } from './KioskContext.ts';

type Properties = { readonly figure: KioskFigures['services'][ServiceId] | undefined; readonly typicalMinutes: number };

/** Who is ahead, how long it may take until the call, and how long the visit usually takes. */
export function ServiceFacts({ figure, typicalMinutes }: Properties): ReactNode {
  const text = useText();
  // Large, they share the pages of the card; else they stand above it.
  const isLarge = useKiosk().settings.isLarge || undefined;
  const range = figure?.waitRange ?? null;
  return (
    <dl className="facts">
      {figure !== undefined && (
        <div data-block={isLarge}>
          <dt>{text('ticket.ahead.label')}</dt>
          <dd>{text('ticket.ahead.value', { count: figure.peopleAhead })}</dd>
        </div>
      )}
      <div data-block={isLarge}>
        <dt>{text('ticket.wait.label')}</dt>
        <dd>{range === null ? text('kiosk.wait.unknown') : formatMinutesRange(text, range)}</dd>
      </div>
      <div data-block={isLarge}>
        <dt>{text('kiosk.service.typical')}</dt>
        <dd>{text('kiosk.service.about', { minutes: typicalMinutes })}</dd>
      </div>
    </dl>
  );
}
