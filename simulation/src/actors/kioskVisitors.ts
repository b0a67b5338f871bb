import { idSchemas, type KioskFigures, type KioskView, type KioskEvent, languages } from '@okienko/shared';
import type { Screen } from './screen.ts';

/** People who come to a kiosk: they take a ticket, tap twice, or come two at once. */
export class KioskVisitors {
  readonly #screen: Screen<KioskView, KioskEvent, KioskFigures>;
  readonly #meanGapMs: number;
  #isClosing = false;

  constructor(screen: Screen<KioskView, KioskEvent, KioskFigures>, meanGapMs: number) {
    this.#screen = screen;
    this.#meanGapMs = meanGapMs;
  }

  begin(): void {
    this.#later();
  }

  /** Nobody comes any more. */
  end(): void {
    this.#isClosing = true;
  }

  #later(): void {
    const { person, chance } = this.#screen.parts;
    person.run(-Math.log(1 - chance.next()) * this.#meanGapMs, () => {
      if (this.#isClosing) return;
      this.#come();
      this.#later();
    });
  }

  #come(): void {
    const { chance, story } = this.#screen.parts;
    const view = this.#screen.replica()?.state().view;
    const service = chance.pick(view?.configuration?.services ?? []);
    const sender = this.#screen.sender();
    if (service === null || sender === null) return;
    const language = chance.pick(languages) ?? 'pl';
    const priorityClass = idSchemas.priorityClass.parse(chance.isLucky(0.2) ? 'priority' : 'ordinary');
    const isTaken = sender.press({ type: 'IssueTicket', serviceId: service.id, priorityClass, language });
    story.count(isTaken ? 'tickets asked for' : 'touches that a kiosk did not take');
    // The second tap of a nervous finger.
    if (chance.isLucky(0.2)) sender.press({ type: 'IssueTicket', serviceId: service.id, priorityClass, language });
  }
}
