import { describe, expect, it } from 'vitest';
import {
  type Alarm,
  type CommandId,
  idSchemas,
  type Language,
  languages,
  printFailureReasons,
  printerTroubles,
  type Rejection,
  type Settled,
} from '@okienko/shared';
import { translatorOf } from '@okienko/shared/text';
import {
  called,
  counter3,
  deskAfter,
  issued,
  numberOf,
  opened,
  openedBeside,
  pojazd,
  testNow,
  ticketIdOf,
  viewAfter,
} from '../testing/testDesk.ts';
import { alarmWords } from './alarmWords.ts';
import { copyWords } from './copyWords.ts';
import { coverWords } from './coverWords.ts';
import { rejectionWords } from './rejectionWords.ts';
import { saidOf } from './said.ts';

const text = translatorOf('pl');
const commandId: CommandId = idSchemas.clientCommand.parse('00000000-0000-7000-8000-000000000abc');

describe('what is said of a press', () => {
  const view = viewAfter([opened, issued(42, 5), called(42)]);
  const accepted = (command: Settled['command'], result: Extract<Settled, { outcome: 'accepted' }>['result']) =>
    saidOf({ commandId, command, outcome: 'accepted', result }, view, text);
  const onTicket = { counterId: counter3, ticketId: ticketIdOf(42), seenState: 'called' as const };
  it('given a call, names the called number', () => {
    const said = accepted(
      { type: 'CallNext', counterId: counter3, currentTicketId: null, outcomeId: null },
      { type: 'ticketCalled', ticketId: ticketIdOf(42), ticketNumber: idSchemas.ticketNumber.parse('D042') },
    );
    expect(said).toBe('Wezwano D042');
  });
  it('given an action on a ticket, names it', () => {
    expect(accepted({ type: 'StartService', ...onTicket }, { type: 'done' })).toBe('Rozpoczęto obsługę D042');
  });
  it('given a break, says so', () => {
    expect(accepted({ type: 'ResumeCounter', counterId: counter3 }, { type: 'done' })).toBe('Zakończono przerwę');
  });
});

describe('why a press was not done', () => {
  const view = viewAfter([opened]);
  const words = (rejection: Rejection) => rejectionWords(rejection, { view, language: 'pl', text });
  it('given a taken counter, names who is there', () => {
    expect(words({ reason: 'CounterTaken', clerkId: idSchemas.clerk.parse('clerk-2') })).toContain('Pracownik 2');
  });
  it('given a clerk whom nobody knows any more, still says something whole', () => {
    expect(words({ reason: 'CounterTaken', clerkId: idSchemas.clerk.parse('clerk-9') })).toContain('inna osoba');
  });
  it('given a wrong PIN, counts the tries in the right plural', () => {
    expect(words({ reason: 'WrongPin', triesLeft: 1 })).toBe('Nieprawidłowy PIN. Została 1 próba.');
    expect(words({ reason: 'WrongPin', triesLeft: 4 })).toBe('Nieprawidłowy PIN. Zostały 4 próby.');
  });
  it('given a locked PIN, names the time of the branch', () => {
    expect(words({ reason: 'PinLocked', until: testNow })).toContain('14:05');
  });
  it('given a changed situation, says what to do', () => {
    expect(words({ reason: 'SituationChanged', state: 'called' })).toContain('wybierz ponownie');
  });
});

describe('an alarm in words', () => {
  const inWords = (alarm: Alarm, language: Language) =>
    alarmWords(alarm, { timeZone: 'Europe/Warsaw', language, text: translatorOf(language) });

  it.each(printerTroubles)('given a printer with the trouble %s, names it, since when, and what to do', (problem) => {
    const alarm: Alarm = { kind: 'printerFault', since: testNow, printerName: 'Kiosk 1', problem };
    for (const language of languages) {
      const words = inWords(alarm, language);
      expect(words).toMatch(/^Kiosk 1: .*14:05.*[.] .+[.]$/u);
      expect(words).not.toMatch(/[a-z][A-Z]/);
    }
  });
  it('given two troubles, says different things', () => {
    const said = printerTroubles.map((problem) =>
      inWords({ kind: 'printerFault', since: testNow, printerName: 'Kiosk 1', problem }, 'pl'),
    );
    expect(new Set(said).size).toBe(printerTroubles.length);
  });
  it('given a backup that was not made, says that work goes on', () => {
    const words = inWords({ kind: 'backupFailed', since: testNow, problem: 'ENOSPC' }, 'pl');
    expect(words).toBe('Od 14:05 nie powstała nowa kopia zapasowa. Praca trwa dalej. Powiadom informatyka.');
  });
  it('given a roll that runs low, asks for a new one', () => {
    expect(inWords({ kind: 'paperLow', since: testNow, printerName: 'Kiosk 1' }, 'pl')).toBe(
      'Kiosk 1: kończy się papier (od 14:05). Przygotuj nową rolkę.',
    );
  });
});

describe('what became of a copy', () => {
  const order = { ticketId: ticketIdOf(42), ticketNumber: numberOf('D', 42), printerName: 'Kiosk 1' };
  it('given a printed one, says so', () => {
    expect(copyWords(order, { result: 'printed' }, text)).toBe('Kopia D042 wydrukowana (Kiosk 1).');
  });
  it.each(printFailureReasons)('given the failure %s, says why without a code', (reason) => {
    const words = copyWords(order, { result: 'failed', reason }, text);
    expect(words).toMatch(/^Kopia D042 nie wydrukowała się [(]Kiosk 1[)]: .+[.]$/u);
    expect(words).not.toContain(reason);
  });
  it('given a printer that did not confirm, asks to look', () => {
    for (const result of ['unknown', 'sentUnconfirmed'] as const) {
      expect(copyWords(order, { result }, text)).toContain('Sprawdź');
    }
  });
});

describe('what becomes of those who wait', () => {
  it('given nobody waiting, says so', () => {
    expect(coverWords(deskAfter([]), viewAfter([opened]), 'pl', text)).toContain('nikt nie czeka');
  });
  it('given another open counter for the same service, names it', () => {
    const events = [issued(1, 5), openedBeside];
    expect(coverWords(deskAfter(events), viewAfter([opened, ...events]), 'pl', text)).toBe(
      'Czeka 1 osoba. Obsłużą je stanowiska: 2.',
    );
  });
  it('given no other counter for it, names the service that stays unserved', () => {
    const events = [issued(1, 5), issued(2, 5, pojazd)];
    expect(coverWords(deskAfter(events), viewAfter([opened, ...events]), 'pl', text)).toContain('Spraw D');
  });
});
