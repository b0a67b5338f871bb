import {
  type AnnouncedMark,
  type BoardEvent,
  type BoardFigures,
  type BoardView,
  createAnnouncer,
} from '@okienko/shared';
import type { AnnouncementJudge } from '../oracle/announcements.ts';
import type { Screen } from './screen.ts';

/** A board on the wall with the real announcer; what it announces is judged at once, what it leaves out at the end. */
export class WallBoard {
  readonly #screen: Screen<BoardView, BoardEvent, BoardFigures>;
  readonly #judge: AnnouncementJudge;
  #mark: AnnouncedMark | null = null;
  #newestAtMs: number | null = null;

  constructor(screen: Screen<BoardView, BoardEvent, BoardFigures>) {
    this.#screen = screen;
    this.#judge = screen.parts.oracle.judgeFor(screen.parts.deviceId);
  }

  begin(): void {
    const { machine, story, deviceId, oracle } = this.#screen.parts;
    this.#screen.whenOpened((replica) => {
      let isSounding = false;
      const announcer = createAnnouncer({
        replica,
        machineClock: machine.clock,
        sounds: {
          play: () => {
            isSounding = true;
          },
        },
        marks: {
          load: () => this.#mark,
          save: (mark) => {
            this.#mark = mark;
          },
        },
      });
      announcer.onChange(() => {
        const { journalId, large } = announcer.queue();
        if (!isSounding || journalId === null || large === null) return;
        isSounding = false;
        const { announcementNumber } = large.call;
        story.count('announcements spoken');
        story.tell(`${deviceId} announces ${announcementNumber} ${large.call.ticketNumber}`);
        const problem = this.#judge.announce(journalId, announcementNumber);
        if (problem !== null) oracle.complain(`${deviceId}: ${problem}`);
      });
    });
  }

  /** Once each step: whether this board could have announced what was just called. */
  look(nowMs: number): void {
    const { oracle, machine } = this.#screen.parts;
    const state = this.#screen.replica()?.state();
    if (state === undefined || machine.isAsleep() || state.connection !== 'live' || !oracle.isOfThisJournal(state)) {
      this.#newestAtMs = null;
    } else if (oracle.isNewest(state)) this.#newestAtMs = nowMs;
    const isWatching = this.#newestAtMs !== null && nowMs - this.#newestAtMs <= onItsWayMs;
    this.#judge.watch(isWatching ? (state?.position?.journalId ?? null) : null, nowMs);
  }
}

/** A picture that is behind for no longer is on its way. */
const onItsWayMs = 3_000;
