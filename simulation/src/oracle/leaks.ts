import type { Audience } from '@okienko/shared';

/** A message before it leaves; an answer to a device's own command may name the ticket that it is about. */
export type Overheard = { readonly audience: Audience; readonly isOwnAnswer: boolean; readonly text: string };
/** What an id names: known from the journal, and not from how the id looks. */
export type NameOfId = (id: string) => 'ticket' | 'job' | 'command' | null;

/** Secrets of the office: nobody's business whatever the message. */
const secrets: readonly RegExp[] = [
  /scrypt:/,
  /pinHash/,
  /"pin"/,
  /"host"/,
  /"connection"/,
  /configHash/,
  /"commandId"/,
];

/** Words that would stand in a message which tells more than the audience may know (each view's contract says what). */
const hiddenFrom: Readonly<Record<Audience, readonly RegExp[]>> = {
  // Boards: numbers, counters and colours.
  display: [/"clerk/, /"priority/, /"print/, /"reason"/, /"outcome/, /"waitingSince"/, /"issuedAt"/, /"callCount"/],
  // Kiosks: how many wait, which counters are open, what became of their prints; never who waits, where, or why.
  kiosk: [/"clerk/, /"deviceId"/, /"ticketNumber"/, /"waitingSince"/, /"outcomes"/, /"outcomeId"/, /"reason":\{/],
  // Consoles: the living tickets and who works where; why somebody has priority is that person's health.
  counter: [/priorityReasons/],
};

const idsSeen: Readonly<Record<Audience, readonly string[]>> = {
  display: [],
  kiosk: ['job'],
  counter: ['ticket'],
};
const anyId = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Something in a message that its audience may not know, in words, or null. */
export function leakIn({ audience, isOwnAnswer, text }: Overheard, nameOf: NameOfId): string | null {
  const patterns = isOwnAnswer ? secrets : [...secrets, ...hiddenFrom[audience]];
  const word = patterns.find((pattern) => pattern.test(text));
  if (word !== undefined) return `${word.source} in ${text.slice(0, 200)}`;
  if (isOwnAnswer) return null;
  for (const [id] of text.matchAll(anyId)) {
    const name = nameOf(id);
    if (name !== null && !idsSeen[audience].includes(name)) return `the id of a ${name}`;
  }
  return null;
}
