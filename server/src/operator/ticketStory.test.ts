import { idSchemas, instantOf, minutes } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { dayOf, exampleConfiguration, exampleWith } from '../domain/testing/exampleBranch.ts';
import { given, type TestBranch } from '../domain/testing/given.ts';
import {
  callNext,
  callTicket,
  changeConfiguration,
  close,
  endDay,
  onTicket,
  printerId,
  recall,
  recordRestore,
  settled,
} from '../domain/testing/requests.ts';
import { issued, later, opened } from '../domain/testing/steps.ts';
import { issue } from '../domain/testing/requests.ts';
import { ticketStory } from './ticketStory.ts';

const numberOf = (text: string) => idSchemas.ticketNumber.parse(text);
const tell = (branch: TestBranch, number: string, language: 'pl' | 'en' | 'uk' = 'pl') =>
  ticketStory(
    { businessDate: dayOf('2026-11-24'), configuration: exampleConfiguration, events: branch.events },
    numberOf(number),
    language,
  );
const linesOf = (branch: TestBranch, number: string, language?: 'pl' | 'en' | 'uk') => {
  const story = tell(branch, number, language);
  return story.isFound ? story.lines : [];
};

/** D001 is called at ten past ten, again, served and closed; D002 is chosen by hand before D003, does not come. */
function busyMorning(): TestBranch {
  const branch = given(opened('c2'));
  branch.when(issue('dowod-wniosek', { printerId }));
  branch.when(issue('dowod-wniosek'));
  branch.when(issue('dowod-wniosek'));
  const jobId = branch.ticket('D001')?.print?.jobId;
  if (jobId !== undefined)
    branch.when({ type: 'RecordPrintResult', jobId, outcome: { result: 'failed', reason: 'paperOut' } });
  branch.pass(minutes(10));
  branch.when(callNext('c2'));
  return branch;
}
const ticketId = (branch: TestBranch, number: string) => branch.ticket(number)?.ticketId ?? idSchemas.ticket.parse('');

describe("a ticket's day in sentences", () => {
  it('given a visit with all its steps, then each is told with its wall time, in Polish', () => {
    const branch = busyMorning();
    const seen = { counterId: idSchemas.counter.parse('c2'), ticketId: ticketId(branch, 'D001') };
    branch.pass(minutes(1));
    branch.when({ type: 'RecallTicket', ...seen, seenState: 'called', seenCallCount: 1 });
    branch.when({ type: 'ReprintTicket', ...seen, seenState: 'called', printerId });
    branch.when({ type: 'StartService', ...seen, seenState: 'called' });
    branch.pass(minutes(9));
    branch.when({ type: 'CloseTicket', ...seen, seenState: 'serving', outcomeId: settled });
    expect(linesOf(branch, 'D001')).toEqual([
      'Bilet D001, wtorek, 24 listopada 2026, Punkt Obsługi Mieszkańców – Galeria Bronowice',
      expect.stringMatching(
        /^10:00 {2}wydano w kiosku: Dowód osobisty – złożenie wniosku \(klasa pierwszeństwa: ordinary\)\. Wcześniej w kolejce: nikt\. .*Bilet wysłano do drukarki „.+”\.$/,
      ),
      expect.stringMatching(/^10:00 {2}drukarka „.+” nie wydrukowała biletu \(brak papieru\)\.$/),
      expect.stringMatching(
        /^10:10 {2}wezwano do stanowiska 2 \(.+\) po 10 min oczekiwania \(cel: \d+ min\)\. Dlaczego ten bilet: największy iloczyn tempa i oczekiwania w stosunku do celu \([\d.,]+\)\./,
      ),
      '10:11  wezwano ponownie do stanowiska 2 (wezwanie nr 2).',
      expect.stringMatching(/^10:11 {2}zlecono kopię biletu \(KOPIA\) na drukarce „.+”, stanowisko 2\.$/),
      '10:11  rozpoczęto obsługę przy stanowisku 2.',
      expect.stringMatching(/^10:20 {2}zakończono obsługę \(stanowisko 2\)\. Wynik: .+\.$/),
    ]);
  });

  it('given the choice of a clerk that passed somebody, then it says whom it passed', () => {
    const branch = given(opened('c2'), issued('D001'), issued('D002'), later(minutes(5)));
    branch.when(callTicket('c2', 'D002'));
    branch.when(onTicket('MarkNoShow', 'c2', 'D002', 'called'));
    branch.when(onTicket('ReinstateTicket', 'c2', 'D002', 'noShow'));
    const [, , called, missed, reinstated, open] = linesOf(branch, 'D002');
    expect(called).toContain('wybór pracownika');
    expect(called).toContain('Pominięto 1 bilet, który był wcześniej.');
    expect(missed).toContain('nikt nie zgłosił się do stanowiska 2.');
    expect(reinstated).toContain('przywrócono do kolejki');
    expect(open).toBe('Na tym kończy się dziennik: bilet nie jest jeszcze zamknięty.');
  });

  it('given the end of the day, then that is the end of a ticket, with the date it fell on', () => {
    const branch = given(issued('D001'), later(minutes(18 * 60)));
    branch.when(endDay('2026-11-24', '2026-11-25'));
    expect(linesOf(branch, 'D001').at(-1)).toBe('2026-11-25 04:00  koniec dnia: nie wezwano.');
  });

  it('given a corrected clock and a restore while the ticket waits, then both are told; before and after they are not', () => {
    const branch = given();
    branch.when(recordRestore(1, 50));
    branch.when(issue('dowod-wniosek'));
    const from = branch.now;
    branch.now = instantOf(from - minutes(4));
    branch.when({ type: 'CorrectClock', from, to: branch.now });
    branch.when(recordRestore(2, 80));
    expect(linesOf(branch, 'D051').slice(2)).toEqual([
      '09:56  zegar serwera poprawiono z 10:00 na 09:56.',
      '09:56  dziennik przywrócono z kopii zapasowej; numery przeskoczyły o 80.',
      'Na tym kończy się dziennik: bilet nie jest jeszcze zamknięty.',
    ]);
  });

  it('given a counter that the configuration renames at noon, then each sentence uses the name of its moment', () => {
    const renamed = exampleWith({
      counters: exampleConfiguration.counters.map((counter) =>
        counter.id === 'c2' ? { ...counter, label: '12' } : counter,
      ),
    });
    const branch = given(opened('c2'), issued('D001'));
    branch.when(callNext('c2'));
    branch.when(changeConfiguration(renamed));
    branch.when(recall('c2', 'D001', 1));
    const [, , called, recalled] = linesOf(branch, 'D001');
    expect(called).toContain('wezwano do stanowiska 2 ');
    expect(recalled).toContain('wezwano ponownie do stanowiska 12 ');
  });

  it.each([
    ['en', /issued at a kiosk.*Ahead in the queue: nobody/, /called to counter 2 .* after a wait of 10 min/],
    ['uk', /видано у кіоску.*Попереду в черзі: нікого/, /викликано до віконця 2 .* після 10 хв/],
  ] as const)('given the language %s, then the sentences are in it', (language, first, second) => {
    const lines = linesOf(busyMorning(), 'D001', language);
    expect(lines[1]).toMatch(first);
    expect(lines[3]).toMatch(second);
  });

  it('given a number that was not issued, then the ranges that were are told', () => {
    const branch = given(issued('D001'), issued('D002'), issued('D053'), issued('S001'));
    branch.when(close('c2', 'D001'));
    expect(tell(branch, 'D042')).toEqual({ isFound: false, issued: ['D001–D002', 'D053', 'S001'] });
    expect(tell(given(), 'D042')).toEqual({ isFound: false, issued: [] });
  });
});
