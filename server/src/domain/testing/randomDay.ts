import { type CommandType, type Configuration, minutes } from '@okienko/shared';
import fc from 'fast-check';
import { exampleConfiguration } from './exampleBranch.ts';
import { givenBranch, type Outcome, type TestBranch } from './given.ts';
import { commandOf, type Move } from './randomMove.ts';

/** Common moves are listed more than once. */
const types: readonly CommandType[] = [
  ...Array<CommandType>(8).fill('IssueTicket'),
  ...Array<CommandType>(6).fill('CallNext'),
  ...Array<CommandType>(5).fill('OpenCounter'),
  ...Array<CommandType>(3).fill('StartService'),
  ...Array<CommandType>(3).fill('CloseTicket'),
  ...Array<CommandType>(2).fill('MarkNoShow'),
  ...Array<CommandType>(2).fill('ReinstateTicket'),
  ...(['CallTicket', 'RecallTicket', 'CancelTicket', 'PauseCounter', 'ResumeCounter', 'SignOffCounter'] as const),
  ...Array<CommandType>(2).fill('RecordPrintResult'),
  ...(['ReprintTicket', 'EndDay', 'ChangeConfiguration', 'CorrectClock', 'RecordRestore'] as const),
];

const move: fc.Arbitrary<Move> = fc.record({
  type: fc.constantFrom(...types),
  which: fc.nat({ max: 40 }),
  other: fc.nat({ max: 40 }),
  isSensible: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  waitMinutes: fc.nat({ max: 12 }),
});

/** Some hours of a branch: sensible and nonsensical commands in any order. */
export const someMoves: fc.Arbitrary<readonly Move[]> = fc.array(move, { maxLength: 80, size: 'max' });

/** Plays the moves on a branch, one command each; what is refused changes nothing and the play goes on. */
export function playOn(branch: TestBranch, moves: readonly Move[]): readonly Outcome[] {
  return moves.map((one) => {
    branch.pass(minutes(one.waitMinutes));
    const command = commandOf(branch, one);
    if (command.type === 'CorrectClock') branch.now = command.to;
    const isStranger = !one.isSensible && one.other % 3 === 0;
    return branch.when(command, isStranger ? { device: 'counter-9' } : {});
  });
}

/** A branch, the example where none is given, after these moves. */
export function played(moves: readonly Move[], configuration: Configuration = exampleConfiguration): TestBranch {
  const branch = givenBranch(configuration);
  playOn(branch, moves);
  return branch;
}
