import { columnsPerCharacter, type LayoutElement, type TextSize } from './layoutElement.ts';
import { printableText } from './printableText.ts';
import type { PrinterProfile } from './printerProfile.ts';
import type { TicketFacts } from './ticketFacts.ts';
import { wrapBalanced, wrapText } from './wrapText.ts';

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

type Draft = {
  readonly facts: TicketFacts;
  readonly columns: number;
  /** The catalogue's text, in characters that the printer has. */
  readonly say: (messageId: TicketMessageId, values?: Readonly<Record<string, string | number>>) => string;
  /** Text from the configuration, in characters that the printer has. */
  readonly printable: (text: string) => string;
};

/** Font A can be enlarged eight times at most. */
const greatestScale = 8;
const bulletColumns = 2;

/**
 * Lays a ticket out from the top down for a printer of this profile: place; number; service; people ahead, wait and
 * counters; what to bring; where the number will be shown or followed; foot line; cut. A part without facts is left
 * out together with its rule. Each text element is one line that fits.
 */
export function ticketLayout(
  facts: TicketFacts,
  profile: PrinterProfile,
  translate: TranslateTicket,
): readonly LayoutElement[] {
  const printable = (text: string) => printableText(text, profile.codePages[facts.language]);
  const draft: Draft = {
    facts,
    columns: profile.columns,
    printable,
    say: (messageId, values = {}) => printable(translate(messageId, values)),
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
    .flatMap((section, index): readonly LayoutElement[] => (index === 0 ? section : [{ kind: 'rule' }, ...section]));
  return [...copyBand(draft), ...body, ...footLines(draft), { kind: 'cut' }];
}

function copyBand({ facts, columns, say }: Draft): readonly LayoutElement[] {
  if (facts.copy === null) return [];
  const left = say('ticket.copy.label');
  const right = say('ticket.copy.printedAt', { time: facts.copy.printedAtTime });
  const isFitting = 1 + left.length * columnsPerCharacter('double') + 1 + right.length + 1 <= columns;
  if (isFitting)
    return [
      { kind: 'band', left, right },
      { kind: 'feed', dots: 16 },
    ];
  return [{ kind: 'band', left, right: null }, ...paragraph(right, columns), { kind: 'feed', dots: 16 }];
}

function placeSection({ facts, columns, printable }: Draft): readonly LayoutElement[] {
  return facts.placeName.flatMap((line) => textLines(wrapBalanced(printable(line), columns), 'normal', true));
}

function numberSection({ facts, columns, say, printable }: Draft): readonly LayoutElement[] {
  const number = printable(facts.ticketNumber);
  const scale = Math.max(1, Math.min(greatestScale, Math.floor(columns / Math.max(1, number.length))));
  const band: readonly LayoutElement[] = facts.isPriority
    ? [
        { kind: 'band', left: say('ticket.priority'), right: null },
        { kind: 'feed', dots: 16 },
      ]
    : [];
  return [
    ...paragraph(say('ticket.number.label'), columns),
    { kind: 'feed', dots: 16 },
    { kind: 'bigNumber', text: number, scale },
    { kind: 'feed', dots: 16 },
    ...band,
    ...textLines(wrapBalanced(printable(facts.serviceName), columns), 'tall', true),
  ];
}

function queueSection(draft: Draft): readonly LayoutElement[] {
  const { facts, say, printable } = draft;
  const time = facts.issuedAtText.time;
  const rows: LayoutElement[] = [];
  if (facts.peopleAhead !== null) {
    // On a copy these two are no longer true, so they say when they were.
    const label = facts.copy === null ? say('ticket.ahead.label') : say('ticket.ahead.labelAt', { time });
    rows.push(...row(draft, label, say('ticket.ahead.value', { count: facts.peopleAhead })));
  }
  if (facts.waitRange !== null) {
    const { fromMinutes, toMinutes } = facts.waitRange;
    const label = facts.copy === null ? say('ticket.wait.label') : say('ticket.wait.labelAt', { time });
    const isRange = fromMinutes < toMinutes;
    const value = isRange
      ? say('ticket.wait.range', { from: fromMinutes, to: toMinutes })
      : say('ticket.wait.single', { minutes: toMinutes });
    rows.push(...row(draft, label, value));
  }
  const labels = facts.counterLabels.map(printable);
  const last = labels.at(-1);
  if (last !== undefined) {
    const list = labels.slice(0, -1).join(', ');
    rows.push(
      ...row(draft, say('ticket.counter.label'), list === '' ? last : say('ticket.counter.or', { list, last })),
    );
  }
  return rows;
}

function bringSection({ facts, columns, say, printable }: Draft): readonly LayoutElement[] {
  if (facts.bring.length === 0) return [];
  const items = facts.bring.map((item) => wrapText(printable(item), columns - bulletColumns));
  return [
    ...textLines(wrapText(say('ticket.bring.label'), columns), 'normal', true),
    ...items.filter((lines) => lines.length > 0).map((lines): LayoutElement => ({ kind: 'bullet', lines })),
  ];
}

function keepSection({ facts, columns, say }: Draft): readonly LayoutElement[] {
  const closing =
    facts.closesAtText === null ? [] : paragraph(say('ticket.closesAt', { time: facts.closesAtText }), columns);
  const keep = textLines(wrapBalanced(say('ticket.keep'), columns), 'normal', false);
  if (facts.followUrl === null) return [...keep, ...closing];
  return [
    ...keep,
    { kind: 'rule' },
    ...textLines(wrapText(say('ticket.follow.label'), columns), 'normal', true),
    ...paragraph(say('ticket.follow.scan'), columns),
    { kind: 'feed', dots: 16 },
    { kind: 'qr', url: facts.followUrl },
    { kind: 'feed', dots: 16 },
    ...closing,
  ];
}

function footLines({ facts, columns, printable }: Draft): readonly LayoutElement[] {
  const foot = printable(`${facts.ticketNumber} · ${facts.issuedAtText.date} ${facts.issuedAtText.time}`);
  const size: TextSize = foot.length * columnsPerCharacter('double') <= columns ? 'double' : 'tall';
  const lines = wrapText(foot, columns).map((text): LayoutElement => ({ kind: 'footLine', text, size }));
  return [{ kind: 'feed', dots: 16 }, ...lines];
}

function row({ columns }: Draft, left: string, right: string): readonly LayoutElement[] {
  const gap = 1;
  if (left.length + gap + right.length * columnsPerCharacter('double') <= columns) {
    return [{ kind: 'row', left, right, rightSize: 'double' }];
  }
  if (left.length + gap + right.length <= columns) return [{ kind: 'row', left, right, rightSize: 'normal' }];
  const values = wrapText(right, columns);
  return [
    ...paragraph(left, columns),
    ...values.map((text): LayoutElement => ({ kind: 'text', text, size: 'normal', isBold: true, align: 'right' })),
  ];
}

function paragraph(text: string, columns: number): readonly LayoutElement[] {
  return textLines(wrapText(text, columns), 'normal', false);
}

function textLines(lines: readonly string[], size: TextSize, isBold: boolean): readonly LayoutElement[] {
  return lines.map((text) => ({ kind: 'text', text, size, isBold, align: 'left' }));
}
