import { assertNever, type KioskFigures, type KioskView, type Replica, type ReplicaState } from '@okienko/shared';
import type { ReactNode } from 'react';
import { useKiosk } from './components/KioskContext.ts';
import { TakeKey } from './components/TakeKey.tsx';
import { issueCommandOf } from './issueCommand.ts';
import type { Journey } from './journey.ts';
import type { PageName } from './pageOf.ts';
import { ClosedScreen } from './screens/ClosedScreen.tsx';
import { HomeScreen } from './screens/HomeScreen.tsx';
import { PriorityScreen } from './screens/PriorityScreen.tsx';
import { RefusedScreen } from './screens/RefusedScreen.tsx';
import { ServiceScreen } from './screens/ServiceScreen.tsx';
import { StartingScreen } from './screens/StartingScreen.tsx';
import { TicketScreen } from './screens/TicketScreen.tsx';
import { UnavailableScreen } from './screens/UnavailableScreen.tsx';

type Properties = {
  readonly page: PageName;
  readonly journey: Journey;
  readonly replica: Replica<KioskView, KioskFigures>;
  readonly state: ReplicaState<KioskView, KioskFigures>;
  readonly isArmed: boolean;
};

/** Draws the page that `pageOf` chose. */
export function CurrentPage({ page, journey, replica, state, isArmed }: Properties): ReactNode {
  const { settings, dispatch } = useKiosk();
  const { view, figures } = state;
  const { step } = journey;
  const { configuration } = view;
  if (page === 'unavailable') return <UnavailableScreen replica={replica} branch={configuration?.branch ?? null} />;
  if (page === 'starting' || configuration === null) return <StartingScreen />;
  if (step.at === 'ticket')
    return (
      <TicketScreen {...{ replica, configuration, step }} prints={view.prints} secondsLeft={journey.secondsLeft} />
    );
  if (figures === null) return <StartingScreen />;
  if (page === 'closed')
    return (
      figures.opening.state === 'closed' && <ClosedScreen {...{ replica, configuration }} opening={figures.opening} />
    );
  switch (step.at) {
    case 'home':
      return <HomeScreen {...{ replica, configuration, figures }} waiting={view.waiting} page={step.page} />;
    case 'refused':
      return <RefusedScreen {...{ replica, configuration }} serviceId={step.serviceId} reason={step.reason} />;
    case 'service':
    case 'taking': {
      const { serviceId, reasonId } = step;
      const order = { serviceId, reasonId, language: settings.language };
      const take = () => dispatch({ type: 'takePressed', command: issueCommandOf(configuration, order) });
      const takeKey = (
        <TakeKey state={step.at === 'taking' ? 'taking' : isArmed ? 'armed' : 'resting'} onPress={take} />
      );
      const shared = { replica, configuration, step, takeKey };
      return page === 'priority' ? <PriorityScreen {...shared} /> : <ServiceScreen {...shared} figures={figures} />;
    }
    default:
      return assertNever(step);
  }
}
