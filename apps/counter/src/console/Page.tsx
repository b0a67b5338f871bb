import { type Screen, type Sounds, useReplica, useSender, useText } from '@okienko/kit';
import {
  type CommandSender,
  type CounterConfiguration,
  type CounterFigures,
  type CounterView,
  type DeviceId,
  type Language,
  type Replica,
  type ReplicaState,
  required,
  type SenderState,
} from '@okienko/shared';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { ConsoleForm } from '../desk/consoleForm.ts';
import { type CopyWatch, useCopyNews } from './useCopyNews.ts';
import { useConnectionNews } from './useConnectionNews.ts';
import { useConsoleForm } from './useConsoleForm.ts';
import { type Presses, usePresses } from './usePresses.ts';
import { type SettledPress, useSettledPress } from './useSettledPress.ts';

export type ConnectedScreen = Extract<Screen<CounterView, CounterFigures>, { readonly kind: 'connected' }>;

/** What every part of the page may need, whoever is signed in. */
export type Page = {
  readonly deviceId: DeviceId;
  readonly language: Language;
  readonly form: ConsoleForm;
  readonly replica: Replica<CounterView, CounterFigures>;
  readonly state: ReplicaState<CounterView, CounterFigures>;
  readonly sender: CommandSender;
  readonly senderState: SenderState;
  readonly sounds: Sounds;
  readonly presses: Presses;
  readonly settled: SettledPress;
  readonly copy: CopyWatch;
};

const PageContext = createContext<Page | null>(null);

type Properties = {
  readonly screen: ConnectedScreen;
  readonly language: Language;
  readonly sounds: Sounds;
  readonly children: ReactNode;
};

/** Follows the server and gives the page to everything inside. */
export function PageProvider({ screen, language, sounds, children }: Properties): ReactNode {
  const text = useText();
  const form = useConsoleForm();
  const { deviceId, replica, sender } = screen;
  const state = useReplica(replica);
  const senderState = useSender(sender);
  const presses = usePresses(sender, senderState, sounds);
  const settled = useSettledPress({ sender, replica, sounds, text });
  const copy = useCopyNews({ sender, replica, sounds, text, say: settled.say });
  useConnectionNews(replica, {
    lost: () => sounds.play('lost'),
    back: () => settled.say(text('counter.said.live')),
  });
  const page = useMemo<Page>(
    () => ({ deviceId, language, form, replica, state, sender, senderState, sounds, presses, settled, copy }),
    [deviceId, language, form, replica, state, sender, senderState, sounds, presses, settled, copy],
  );
  return <PageContext value={page}>{children}</PageContext>;
}

/** The page around a part. */
export function usePage(): Page {
  return required(useContext(PageContext), 'the page');
}

/** The configuration of the branch, for parts that are drawn only once it is there. */
export function useConfiguration(): CounterConfiguration {
  return required(usePage().state.view.configuration, 'the configuration');
}
