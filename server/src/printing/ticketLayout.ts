import { chooseHand, type ChosenHands } from './chooseHand.ts';
import { drawnNumber } from './drawnNumber.ts';
import { columnsPerCharacter, type LayoutElement, type TextSize } from './layoutElement.ts';
import { printableText } from './printableText.ts';
import type { PrinterProfile } from './printerProfile.ts';
import type { TicketFacts } from './ticketFacts.ts';
import { plateText, type TicketRow } from './ticketHand.ts';
import { wrapText } from './wrapText.ts';

/** The catalogue's messages that a ticket needs. */
export type TicketMessageId =
  | 'ticket.ahead.label'
  | 'ticket.ahead.labelAt'
  | 'ticket.ahead.value'
  | 'ticket.bring.label'
  | 'ticket.closesAt'
  | 'ticket.copy.label'
  | 'ticket.copy.printedAt'
  | 'ticket.counter.label'
  | 'ticket.counter.or'
  | 'ticket.follow.label'
  | 'ticket.follow.scan'
  | 'ticket.keep'
  | 'ticket.number.label'
  | 'ticket.priority'
  | 'ticket.wait.label'
  | 'ticket.wait.labelAt'
  | 'ticket.wait.range'
  | 'ticket.wait.single';

/** Words a message in the ticket's language. */
export type TranslateTicket = (messageId: TicketMessageId, values: Readonly<Record<string, string | number>>) => string;

type Draft = ChosenHands & {
  readonly facts: TicketFacts;
  readonly profile: PrinterProfile;
  /** The catalogue's text in the ticket's language. */
  readonly say: (messageId: TicketMessageId, values?: Readonly<Record<string, string | number>>) => string;
};
type Elements = readonly LayoutElement[];

/** Font A can be enlarged eight times at most. */
const greatestScale = 8;
const gap: LayoutElement = { kind: 'feed', dots: 16 };
const numberGap: LayoutElement = { kind: 'feed', dots: 24 };

/**
 * Lays a ticket out from the top down for a printer of this profile: place; number; service; people ahead, wait and
 * counters; what to bring; where the number will be shown or followed; foot line; cut. A part without facts is left
 * out together with its rule. Each element fits the paper's width; the number is on it twice, as raster and as text.
 */
export function ticketLayout(facts: TicketFacts, profile: PrinterProfile, translate: TranslateTicket): Elements {
  const draft: Draft = {
    ...chooseHand(profile, facts.language),
    facts,
    profile,
    say: (messageId, values = {}) => translate(messageId, values),
  };
  const sections = [
    placeSection(draft),
    numberSection(draft),
    queueSection(draft),
    bringSection(draft),
    keepSection(draft),
  ];
  const body = sections
    .filter((section) => section.length > 0)
    .flatMap((section, index): Elements => (index === 0 ? section : [{ kind: 'rule' }, ...section]));
  return [...copyBand(draft), ...body, ...footLines(draft), { kind: 'cut' }];
}

function copyBand({ facts, handFor, say }: Draft): Elements {
  if (facts.copy === null) return [];
  const label = say('ticket.copy.label');
  const printedAt = say('ticket.copy.printedAt', { time: facts.copy.printedAtTime });
  return handFor(label, printedAt).copyBand(label, printedAt);
}

function placeSection({ facts, handFor }: Draft): Elements {
  return facts.placeName.flatMap((line) => handFor(line).heading(line));
}

function numberSection({ facts, profile, handFor, say }: Draft): Elements {
  const label = say('ticket.number.label');
  const priority = say('ticket.priority');
  return [
    ...handFor(label).paragraph(label),
    numberGap,
    numberElement(facts.ticketNumber, profile),
    numberGap,
    ...(facts.isPriority ? handFor(priority).priorityBand(priority) : []),
    ...handFor(facts.serviceName).name(facts.serviceName),
  ];
}

function numberElement(ticketNumber: string, { widthDots, columns, raster }: PrinterProfile): LayoutElement {
  const bitmap = raster === null ? null : drawnNumber(ticketNumber, widthDots, raster);
  if (bitmap !== null) return { kind: 'raster', words: ticketNumber, bitmap };
  const text = printableText(ticketNumber, []);
  const scale = Math.max(1, Math.min(greatestScale, Math.floor(columns / Math.max(1, text.length))));
  return { kind: 'bigNumber', text, scale };
}

function queueSection(draft: Draft): Elements {
  const { facts, handFor, signs, say } = draft;
  const time = facts.issuedAtText.time;
  const rows: TicketRow[] = [];
  // On a copy people and range are no longer true, so they say when they were.
  if (facts.peopleAhead !== null) {
    const label = facts.copy === null ? say('ticket.ahead.label') : say('ticket.ahead.labelAt', { time });
    rows.push({ label, value: say('ticket.ahead.value', { count: facts.peopleAhead }) });
  }
  if (facts.waitRange !== null) {
    const label = facts.copy === null ? say('ticket.wait.label') : say('ticket.wait.labelAt', { time });
    rows.push({ label, value: waitText(draft, facts.waitRange) });
  }
  const counters = counterText(draft);
  const hand = handFor(...rows.flatMap(({ label, value }) => [label, value]));
  return [
    ...hand.rows(rows),
    ...(counters === null ? [] : signs.rows([{ label: say('ticket.counter.label'), value: counters }])),
  ];
}

function waitText({ say }: Draft, { fromMinutes, toMinutes }: { fromMinutes: number; toMinutes: number }): string {
  if (fromMinutes < toMinutes) return say('ticket.wait.range', { from: fromMinutes, to: toMinutes });
  return say('ticket.wait.single', { minutes: toMinutes });
}

function counterText({ facts, say }: Draft): string | null {
  const labels = facts.counterLabels.map(plateText);
  const last = labels.at(-1);
  if (last === undefined) return null;
  const list = labels.slice(0, -1).join(', ');
  return list === '' ? last : say('ticket.counter.or', { list, last });
}

function bringSection({ facts, handFor, say }: Draft): Elements {
  if (facts.bring.length === 0) return [];
  const label = say('ticket.bring.label');
  return [...handFor(label).heading(label), ...facts.bring.flatMap((item) => handFor(item).bullet(item))];
}

function keepSection({ facts, handFor, say }: Draft): Elements {
  const closing = facts.closesAtText === null ? '' : say('ticket.closesAt', { time: facts.closesAtText });
  const closingLines = handFor(closing).paragraph(closing);
  if (facts.followUrl === null) {
    const keep = say('ticket.keep');
    return [...handFor(keep).balanced(keep), ...closingLines];
  }
  const label = say('ticket.follow.label');
  const scan = say('ticket.follow.scan');
  return [...handFor(label, scan).follow(facts.followUrl, label, scan), { kind: 'rule' }, ...closingLines];
}

function footLines({ facts, profile: { columns, codePages } }: Draft): Elements {
  const foot = printableText(
    `${facts.ticketNumber} · ${facts.issuedAtText.date} ${facts.issuedAtText.time}`,
    codePages[facts.language],
  );
  const size: TextSize = foot.length * columnsPerCharacter('double') <= columns ? 'double' : 'tall';
  const lines = wrapText(foot, columns).map((text): LayoutElement => ({ kind: 'footLine', text, size }));
  return [gap, ...lines];
}
