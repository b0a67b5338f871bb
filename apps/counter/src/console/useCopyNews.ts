import type { Sounds } from '@okienko/kit';
import type { CommandSender, CounterView, PrintResult, Replica } from '@okienko/shared';
import type { Translate } from '@okienko/shared/text';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type CopyOrder, copyFateOf, printerNameOf } from '../desk/copyOrder.ts';
import { copyWords } from '../words/copyWords.ts';
import { useOnSettled } from './useOnSettled.ts';

/** What became of the last copy that was ordered here. */
type CopyNews = {
  readonly id: number;
  readonly words: string;
  /** False where somebody must look at the printer: then it stays until it is put away. */
  readonly isPrinted: boolean;
};

export type CopyWatch = { readonly news: CopyNews | null; readonly dismiss: () => void };

type Parts = {
  readonly sender: CommandSender;
  readonly replica: Pick<Replica<CounterView, unknown>, 'state' | 'onChange'>;
  readonly sounds: Sounds;
  readonly text: Translate;
  readonly say: (words: string) => void;
};

/** Follows the copies that this console orders, from the accepted press to the printer's word, and tells each once. */
export function useCopyNews({ sender, replica, sounds, text, say }: Parts): CopyWatch {
  // Not a state: two changes of the picture in one moment must not tell the same result twice.
  const orders = useRef<readonly CopyOrder[]>([]);
  const [news, setNews] = useState<CopyNews | null>(null);
  const tell = (order: CopyOrder, outcome: PrintResult) => {
    const words = copyWords(order, outcome, text);
    const isPrinted = outcome.result === 'printed';
    sounds.play(isPrinted ? 'confirmed' : 'refused');
    say(words);
    setNews((last) => ({ id: (last?.id ?? 0) + 1, words, isPrinted }));
  };
  const look = () => {
    const { view } = replica.state();
    const fates = orders.current.map((order) => ({ order, fate: copyFateOf(order, view) }));
    orders.current = fates.filter(({ fate }) => fate.known === 'notYet').map(({ order }) => order);
    for (const { order, fate } of fates) if (fate.known === 'result') tell(order, fate.outcome);
  };
  const newestLook = useRef(look);
  useEffect(() => {
    newestLook.current = look;
  });
  useEffect(() => replica.onChange(() => newestLook.current()), [replica]);
  useOnSettled(sender, (settled) => {
    if (settled.outcome !== 'accepted' || settled.command.type !== 'ReprintTicket') return;
    const { ticketId, printerId } = settled.command;
    const { view } = replica.state();
    const ticketNumber = view.tickets[ticketId]?.ticketNumber;
    if (ticketNumber === undefined) return;
    setNews(null);
    orders.current = [...orders.current, { ticketId, ticketNumber, printerName: printerNameOf(view, printerId) }];
    look();
  });
  const dismiss = useCallback(() => setNews(null), []);
  return useMemo(() => ({ news, dismiss }), [news, dismiss]);
}
