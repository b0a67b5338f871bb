import { useText } from '@okienko/kit';
import { assertNever, type OutcomeId, required, textIn, type TicketId } from '@okienko/shared';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { Desk } from '../desk/findDesk.ts';
import { outcomeByDigit } from '../desk/outcomeByDigit.ts';
import type { ConsoleKey } from '../keys/keyboard.ts';
import { type KeyMeaning, type KeyMeanings, keyMeaningsOf, type Panel, type Situation } from '../keys/keyMeaning.ts';
import { usePage } from './Page.tsx';
import { type Deafness, useDeafness } from './useDeafness.ts';
import { useKeyboard } from './useKeyboard.ts';

/** The console of one signed-in counter: its desk, what each key does now, and how a press goes out. */
export type Console = {
  readonly desk: Desk;
  readonly situation: Situation;
  /**
   * The same for the rows of the list, where a press counts as pending only once its answer is late: a long list is
   * not drawn anew for each press. The sender itself takes no second press.
   */
  readonly rowSituation: Situation;
  readonly meanings: KeyMeanings;
  readonly deafness: Deafness;
  readonly outcomeId: OutcomeId | null;
  readonly chooseOutcome: (outcomeId: OutcomeId | null) => void;
  /** 1 to 5 in the order of the list, 0 for none. */
  readonly chooseByDigit: (digit: number) => void;
  readonly panel: Panel | null;
  /** The ticket that the panel `printer` is about. */
  readonly askedTicketId: TicketId | null;
  readonly closePanel: () => void;
  /** Presses the key called `name`, which does `meaning` now; a press is always answered. */
  readonly press: (name: string, meaning: KeyMeaning) => void;
};

const ConsoleContext = createContext<Console | null>(null);

/** The console around a part. */
export function useConsole(): Console {
  return required(useContext(ConsoleContext), 'the console');
}

/** Holds what the clerk has chosen but not yet sent, and listens to the keys. */
export function ConsoleProvider({ desk, children }: { readonly desk: Desk; readonly children: ReactNode }): ReactNode {
  const { senderState, settled, copy } = usePage();
  const { outcomeId, chooseOutcome, chooseByDigit } = useOutcome(desk);
  const { panel, askedTicketId, openPanel, closePanel } = usePanel(desk);
  const isIdle = senderState.phase === 'idle';
  const { situation, rowSituation } = useSituations(desk, outcomeId, panel !== null, isIdle);
  const meanings = useMemo(() => keyMeaningsOf(situation), [situation]);
  const deafness = useDeafness(meanings.main.identity);
  const press = usePressing(openPanel, deafness);
  const value = useMemo<Console>(
    () => ({
      desk,
      situation,
      rowSituation,
      meanings,
      deafness,
      outcomeId,
      chooseOutcome,
      chooseByDigit,
      panel,
      askedTicketId,
      closePanel,
      press,
    }),
    [
      desk,
      situation,
      rowSituation,
      meanings,
      deafness,
      outcomeId,
      chooseOutcome,
      chooseByDigit,
      panel,
      askedTicketId,
      closePanel,
      press,
    ],
  );
  useKeyboard((key) => {
    if (key.kind === 'outcome') chooseByDigit(key.digit);
    else if (key.kind !== 'dismiss') press(key.kind, meaningOf(meanings, key.kind));
    else if (panel !== null) closePanel();
    else if (settled.rejected !== null) settled.dismiss();
    else copy.dismiss();
  });
  return <ConsoleContext value={value}>{children}</ConsoleContext>;
}

function useSituations(desk: Desk, outcomeId: OutcomeId | null, isPanelOpen: boolean, isSenderIdle: boolean) {
  const { state, form, presses } = usePage();
  const { connection, isWritable } = state;
  const hasRoomForPanels = form !== 'strip';
  const rowSituation = useMemo<Situation>(
    () => ({
      desk,
      connection,
      isWritable,
      isSenderIdle: !presses.isSlow,
      outcomeId,
      isPanelOpen,
      hasRoomForPanels,
    }),
    [desk, connection, isWritable, presses.isSlow, outcomeId, isPanelOpen, hasRoomForPanels],
  );
  const situation = useMemo<Situation>(() => ({ ...rowSituation, isSenderIdle }), [rowSituation, isSenderIdle]);
  return { situation, rowSituation };
}

function useOutcome(desk: Desk) {
  const text = useText();
  const { language, settled } = usePage();
  const { say } = settled;
  const ticketId = desk.currentTicket?.ticketId ?? null;
  const [chosen, setChosen] = useState<{ readonly ticketId: string | null; readonly outcomeId: OutcomeId | null }>({
    ticketId: null,
    outcomeId: null,
  });
  const chooseOutcome = useCallback((outcomeId: OutcomeId | null) => setChosen({ ticketId, outcomeId }), [ticketId]);
  const chooseByDigit = useCallback(
    (digit: number) => {
      const choice = outcomeByDigit(desk, digit);
      if (choice === null) return;
      chooseOutcome(choice.outcomeId);
      const outcome = choice.name === null ? text('counter.outcome.none') : textIn(choice.name, language);
      say(text('counter.said.outcome', { outcome }));
    },
    [desk, chooseOutcome, say, text, language],
  );
  // An outcome belongs to one ticket: the next one starts without.
  return { outcomeId: chosen.ticketId === ticketId ? chosen.outcomeId : null, chooseOutcome, chooseByDigit };
}

type OpenPanel = (panel: Panel, askedTicketId?: TicketId) => void;

function usePanel(desk: Desk) {
  const { form, state } = usePage();
  const ticketId = desk.currentTicket?.ticketId ?? '';
  const situationKey = `${desk.counter.state} ${ticketId} ${form === 'strip' ? 'strip' : 'roomy'}`;
  const [opened, setOpened] = useState<{
    readonly panel: Panel;
    readonly askedTicketId: TicketId | null;
    readonly situationKey: string;
  } | null>(null);
  const openPanel: OpenPanel = useCallback(
    (panel, askedTicketId) => setOpened({ panel, askedTicketId: askedTicketId ?? null, situationKey }),
    [situationKey],
  );
  const closePanel = useCallback(() => setOpened(null), []);
  // A panel that was opened about another situation, or about a ticket that has gone, is gone with it.
  const asked = opened?.askedTicketId ?? null;
  const isAskedGone = asked !== null && state.view.tickets[asked] === undefined;
  const isOpen = opened?.situationKey === situationKey && !isAskedGone;
  return {
    panel: isOpen ? opened.panel : null,
    askedTicketId: isOpen ? asked : null,
    openPanel,
    closePanel,
  };
}

function usePressing(openPanel: OpenPanel, { isDeafNow }: Deafness) {
  const text = useText();
  const { presses, settled, sounds } = usePage();
  const { send } = presses;
  const { say } = settled;
  return useCallback(
    (name: string, meaning: KeyMeaning) => {
      if (name === 'main' && isDeafNow()) return;
      switch (meaning.kind) {
        case 'sends':
          send(name, meaning.command);
          return;
        case 'opens':
          openPanel(meaning.panel);
          return;
        case 'asksPrinter':
          openPanel('printer', meaning.ticketId);
          return;
        case 'rests':
          sounds.play('refused');
          say(text(`counter.rest.${meaning.why}`));
          return;
        default:
          assertNever(meaning);
      }
    },
    [isDeafNow, send, openPanel, say, sounds, text],
  );
}

function meaningOf({ main, ...others }: KeyMeanings, kind: Exclude<ConsoleKey['kind'], 'outcome' | 'dismiss'>) {
  return kind === 'main' ? main.meaning : others[kind];
}
