import { milliseconds, type SenderState, type Settled } from '@okienko/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance, type Journey, type JourneyEvent, startJourney } from './journey.ts';
import { defaultSettings } from './kioskSettings.ts';
import {
  exampleCommand as command,
  exampleCommandId as commandId,
  exampleTicket as ticket,
} from './testing/exampleTicket.ts';

const { serviceId } = ticket;
const idle: SenderState = { phase: 'idle', lastSettled: null };
const accepted: Settled = { commandId, command, outcome: 'accepted', result: ticket };
const rejected = (reason: 'TooOld' | 'BranchClosed'): Settled => ({
  commandId,
  command,
  outcome: 'rejected',
  rejection: { reason },
});

/** The journey after events that happen at the given second each. */
function after(journey: Journey, ...events: readonly (readonly [second: number, event: JourneyEvent])[]): Journey {
  return events.reduce((state, [second, event]) => advance(state, event, milliseconds(second * 1_000)), journey);
}

const fresh = startJourney(idle, milliseconds(0));
const atService = after(fresh, [1, { type: 'serviceChosen', serviceId }]);
const taking = after(atService, [2, { type: 'takePressed', command }]);
const withTicket = after(taking, [3, { type: 'settled', settled: accepted }]);
const reloaded = startJourney(
  {
    phase: 'pending',
    pending: { commandId, command, pressedAtWallMs: 0 },
    progress: 'sent',
    lastSettled: null,
  },
  milliseconds(0),
);

describe('taking a ticket', () => {
  it('given home, when a service is chosen, then its page asks for nothing: priority is "no"', () => {
    expect(atService.step).toEqual({ at: 'service', serviceId, reasonId: null, isAskingPriority: false });
  });

  it('given the press, when the number is confirmed, then the number is shown, and not before', () => {
    expect(taking.step.at).toBe('taking');
    expect(withTicket.step).toMatchObject({ at: 'ticket', ticket: { ticketNumber: 'D046' } });
  });

  it('given the press, when the key is pressed again, then nothing changes', () => {
    const again = after(taking, [2, { type: 'takePressed', command }]);
    expect(again.step).toBe(taking.step);
  });

  it('given the press, when the customer touches back or done, then the answer is still waited for', () => {
    const left = after(taking, [2, { type: 'wentBack' }], [2, { type: 'finished' }]);
    expect(left.step).toBe(taking.step);
  });

  it('given a press that could not be sent, then the page is as it was, with the choice kept', () => {
    const chosen = after(atService, [2, { type: 'reasonChosen', reasonId: 'senior' }]);
    const back = after(chosen, [3, { type: 'takePressed', command }], [3, { type: 'notSent' }]);
    expect(back.step).toEqual(chosen.step);
  });

  it('given a rejection while the customer waits, then it is said', () => {
    const refused = after(taking, [3, { type: 'settled', settled: rejected('BranchClosed') }]);
    expect(refused.step).toEqual({ at: 'refused', serviceId, reason: 'BranchClosed' });
  });
});

describe('a reload', () => {
  it('given a press before the reload, then its answer is awaited in the language of the press', () => {
    expect(reloaded.step).toMatchObject({ at: 'taking', isCustomerHere: false });
    expect(reloaded.settings.language).toBe('uk');
  });

  it('given a press before the reload, when it is accepted, then that ticket is shown', () => {
    expect(after(reloaded, [1, { type: 'settled', settled: accepted }]).step.at).toBe('ticket');
  });

  it('given a press before the reload, when it was too old, then the kiosk is at home without a word', () => {
    const home = after(reloaded, [1, { type: 'settled', settled: rejected('TooOld') }]);
    expect(home.step).toEqual({ at: 'home', page: 0 });
    expect(home.settings).toEqual(defaultSettings);
  });
});

describe('the loss of the server', () => {
  it('given a ticket on the screen, then the number stays', () => {
    expect(after(withTicket, [4, { type: 'becameUnavailable' }]).step).toEqual(withTicket.step);
  });

  it('given a service page, then the next journey begins at home', () => {
    expect(after(atService, [4, { type: 'becameUnavailable' }]).step).toEqual({ at: 'home', page: 0 });
  });

  it('given a press under way, when it comes back too old, then home', () => {
    const lost = after(taking, [8, { type: 'becameUnavailable' }]);
    expect(after(lost, [20, { type: 'settled', settled: rejected('TooOld') }]).step.at).toBe('home');
    expect(after(lost, [20, { type: 'settled', settled: accepted }]).step.at).toBe('ticket');
  });
});

describe('time', () => {
  const tick: JourneyEvent = { type: 'ticked' };

  it('given 40 s without a touch, then 20 s are counted down, then the kiosk is at home for the next customer', () => {
    const inEnglish = after(atService, [1, { type: 'languageChosen', language: 'en' }]);
    expect(after(inEnglish, [40, tick]).secondsLeft).toBeNull();
    expect(after(inEnglish, [41, tick]).secondsLeft).toBe(20);
    expect(after(inEnglish, [41, tick], [60.5, tick]).secondsLeft).toBe(1);
    const home = after(inEnglish, [41, tick], [61, tick]);
    expect(home.step.at).toBe('home');
    expect(home.settings).toEqual(defaultSettings);
  });

  it('given the countdown, when the screen is touched, then it begins anew, as often as wanted', () => {
    const stayed = after(atService, [50, tick], [51, { type: 'touched' }], [90, tick]);
    expect(stayed.secondsLeft).toBeNull();
    expect(stayed.step).toEqual(atService.step);
  });

  it('given home as every customer finds it, then nothing is asked', () => {
    expect(after(fresh, [500, tick])).toBe(fresh);
  });

  it('given home in another language, then somebody may be here and is asked', () => {
    const inEnglish = after(fresh, [1, { type: 'languageChosen', language: 'en' }]);
    expect(after(inEnglish, [42, tick]).secondsLeft).toBe(19);
  });

  it('given a ticket, then it goes after 30 s; any touch keeps it for 30 more', () => {
    expect(withTicket.secondsLeft).toBe(30);
    const longer = after(withTicket, [30, tick], [32, { type: 'touched' }]);
    expect(longer.secondsLeft).toBe(30);
    expect(after(longer, [61, tick]).step.at).toBe('ticket');
    expect(after(longer, [62, tick]).step.at).toBe('home');
  });

  it('given a ticket without word from the printer, then after 15 s nobody is kept waiting for it', () => {
    expect(after(withTicket, [17, tick]).step).toMatchObject({ printWait: 'slow' });
    expect(after(withTicket, [18, tick]).step).toMatchObject({ printWait: 'overdue' });
  });

  it('given a printer that takes its time, then after 3 s the page may say so', () => {
    expect(after(withTicket, [5, tick]).step).toMatchObject({ printWait: 'fresh' });
    expect(after(withTicket, [6, tick]).step).toMatchObject({ printWait: 'slow' });
  });

  it('given a ticket without paper, then its number stays for 60 s from that word, and for 60 more after a touch', () => {
    const missed = after(withTicket, [20, { type: 'paperMissed' }]);
    expect(missed.secondsLeft).toBe(60);
    expect(after(missed, [79, tick]).step.at).toBe('ticket');
    expect(after(missed, [80, tick]).step.at).toBe('home');
    expect(after(missed, [70, { type: 'touched' }], [129, tick]).step.at).toBe('ticket');
  });

  it('given an answer that does not come, then time alone never ends the wait', () => {
    expect(after(taking, [600, tick])).toBe(taking);
  });
});

describe('whatever is touched', () => {
  const events = fc.constantFrom<JourneyEvent>(
    { type: 'serviceChosen', serviceId },
    { type: 'priorityOpened' },
    { type: 'reasonChosen', reasonId: 'senior' },
    { type: 'wentBack' },
    { type: 'takePressed', command },
    { type: 'finished' },
    { type: 'languageChosen', language: 'en' },
    { type: 'settingToggled', setting: 'isLarge' },
    { type: 'becameUnavailable' },
    { type: 'paperMissed' },
    { type: 'touched' },
    { type: 'ticked' },
  );

  it('then a number is shown only after an acceptance', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: 30 }), events), { maxLength: 60 }), (steps) => {
        let second = 0;
        let journey = fresh;
        for (const [pause, event] of steps) {
          second += pause;
          journey = after(journey, [second, event]);
          expect(journey.step.at).not.toBe('ticket');
        }
      }),
    );
  });

  it('then home has nothing of the last customer once they finish', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 40 }), (steps) => {
        const journey = steps.reduce((state, event) => after(state, [1, event]), fresh);
        fc.pre(journey.step.at !== 'taking');
        expect(after(journey, [2, { type: 'finished' }])).toMatchObject({
          step: { at: 'home', page: 0 },
          settings: defaultSettings,
        });
      }),
    );
  });
});
