import { idSchemas } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { AnnouncementJudge, StandingCalls } from './announcements.ts';

const journalId = idSchemas.journal.parse('00000000-0000-7000-8000-000000000009');
const minuteMs = 60_000;

/** A display that watched from the beginning, and one call that stood for a minute. */
function given() {
  const judge = new AnnouncementJudge();
  const standing = new StandingCalls();
  judge.watch(journalId, 0);
  standing.called(journalId, 'ticket', 1, 1_000);
  return { judge, standing };
}

describe('the judge of announcements', () => {
  it('given each call once and in order, then nothing is wrong', () => {
    const { judge, standing } = given();
    expect([judge.announce(journalId, 1), judge.announce(journalId, 2)]).toEqual([null, null]);
    expect(judge.missing(standing.all(), minuteMs)).toBeNull();
  });

  it('given a call twice, or one after a later one, then it says so', () => {
    const { judge } = given();
    judge.announce(journalId, 2);
    expect(judge.announce(journalId, 2)).toContain('twice');
    expect(judge.announce(journalId, 1)).toContain('after 2');
  });

  it('given a call that stood and was never spoken, then it is missing; not so if it ended, or nobody watched', () => {
    const { judge, standing } = given();
    expect(judge.missing(standing.all(), minuteMs)).toContain('never spoken');
    judge.watch(null, 2_000);
    expect(judge.missing(standing.all(), minuteMs)).toBeNull();
    const ended = given();
    ended.standing.ended('ticket', 3_000);
    expect(ended.judge.missing(ended.standing.all(), minuteMs)).toBeNull();
  });
});
