/**
 * What the virtual printer can be told to play from now on.
 *
 * `paperLow` prints and says so; `paperOut`, `coverOpen` and `offline` hold every ticket back; `paperEnds` runs out in
 * the middle of the next ticket; `slow` needs seconds for one; `diesInMidJob` loses its power in the middle of the next
 * ticket and is `unplugged` after it; `answersNothing` prints and says nothing; `garbage` answers what is no answer.
 */
export const pretendedFaults = [
  'none',
  'paperLow',
  'paperOut',
  'paperEnds',
  'coverOpen',
  'offline',
  'unplugged',
  'slow',
  'diesInMidJob',
  'answersNothing',
  'garbage',
] as const;
export type PretendedFault = (typeof pretendedFaults)[number];
