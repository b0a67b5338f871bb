import type { CounterView, Language } from '@okienko/shared';
import type { Translate } from '@okienko/shared/text';
import type { Desk } from '../desk/findDesk.ts';

/** What becomes of those who wait while this counter does not call: who serves them, or which services stay unserved. */
export function coverWords(desk: Desk, view: CounterView, language: Language, text: Translate): string {
  if (desk.waitingCount === 0) return text('counter.others.nobody');
  const people = text('counter.waiting.count', { count: desk.waitingCount });
  const open = desk.configuration.counters.filter(
    ({ id }) => id !== desk.settings.id && view.counters[id]?.state === 'open',
  );
  const wanted = desk.waiting.filter(({ tickets }) => tickets.length > 0).map(({ service }) => service);
  const unserved = wanted.filter(({ id }) => !open.some(({ services }) => services.includes(id)));
  if (unserved.length > 0) {
    const letters = unserved.map(({ letter }) => letter);
    return `${people}. ${text('counter.others.unserved', { list: listOf(letters, language) })}`;
  }
  const helping = open.filter(({ services }) => wanted.some(({ id }) => services.includes(id)));
  const labels = helping.map(({ label }) => label);
  return `${people}. ${text('counter.others.served', { list: listOf(labels, language) })}`;
}

/** "1, 2 i 3" in the language's own way. */
export function listOf(words: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(words);
}
