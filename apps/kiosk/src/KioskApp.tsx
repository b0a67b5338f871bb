import { ScreenLanguage, useReplica, useSender } from '@okienko/kit';
import type { CommandSender, DeviceId, KioskFigures, KioskView, Replica } from '@okienko/shared';
import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { IdleWarning } from './components/IdleWarning.tsx';
import { KioskContext } from './components/KioskContext.ts';
import { useViewport } from './components/useViewport.ts';
import { CurrentPage } from './CurrentPage.tsx';
import { layoutOf } from './kioskLayout.ts';
import type { KioskSettings } from './kioskSettings.ts';
import type { KioskStore } from './kioskStore.ts';
import { type PageName, pageOf } from './pageOf.ts';
import { isPaperExpected } from './paperExpectation.ts';

type Properties = {
  readonly deviceId: DeviceId;
  readonly replica: Replica<KioskView, KioskFigures>;
  readonly sender: CommandSender;
  readonly store: KioskStore;
};

/** The kiosk: the page that is true now, as the customer set it, and the question whether they are still here. */
export function KioskApp({ deviceId, replica, sender, store }: Properties): ReactNode {
  const state = useReplica(replica);
  const { phase } = useSender(sender);
  const { journey, availability } = useSyncExternalStore(
    (listener) => store.onChange(listener),
    () => store.state(),
  );
  const { widthPx, heightPx, fontLoads } = useViewport();
  const { secondsLeft, step } = journey;
  const layout = layoutOf(widthPx, heightPx);
  // Low reach and large text are laid out for the portrait screen.
  const settings = layout === 'portrait' ? journey.settings : { ...journey.settings, isLow: false, isLarge: false };
  const { isLow } = settings;
  const page = pageOf(journey, availability, state.figures?.opening ?? null);
  const hasPaper = !saysPaper(page, settings) || isPaperExpected(state.figures?.printers ?? null, deviceId);
  const fitKey = [widthPx, heightPx, fontLoads, settings.language, settings.isLarge, isLow, hasPaper].join(' ');
  const isArmed = state.connection === 'live' && state.isWritable && phase === 'idle';
  useDocumentLanguage(settings.language);
  const looks = [layout, settings.isContrast && 'contrast', settings.isLarge && 'large', isLow && 'low'];
  return (
    <ScreenLanguage language={settings.language}>
      <KioskContext value={{ dispatch: (event) => store.dispatch(event), settings, layout, hasPaper, fitKey }}>
        <div className={['kiosk', `page-${page}`, ...looks.filter((look) => look !== false)].join(' ')}>
          <CurrentPage {...{ page, journey, replica, state, isArmed }} />
          <FocusOnEntry key={page} />
          {secondsLeft !== null && step.at !== 'ticket' && <IdleWarning secondsLeft={secondsLeft} />}
        </div>
      </KioskContext>
    </ScreenLanguage>
  );
}

/** Where it still helps to know whether there will be paper; in large text the answers on priority need all the room. */
function saysPaper(page: PageName, { isLarge }: KioskSettings): boolean {
  return page === 'home' || page === 'service' || (page === 'priority' && !isLarge);
}

function useDocumentLanguage(language: string): void {
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
}

/** A new page begins at its heading for who listens or uses keys; a touch shows no ring. */
function FocusOnEntry(): ReactNode {
  useEffect(() => {
    document.querySelector<HTMLElement>('.kiosk h1[tabindex]')?.focus({ preventScroll: true });
  }, []);
  return null;
}
