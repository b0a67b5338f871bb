/**
 * How many of a line's members were called at another place than theirs.
 *
 * Compared are only those who were called at all, each by the first call: one that is lost is told of as lost, and does
 * not put everybody behind it out of order.
 */
export function callsOutOfOrder<Member>(line: readonly Member[], calls: readonly Member[]): number {
  const members = new Set(line);
  const called = [...new Set(calls)].filter((member) => members.has(member));
  const isCalled = new Set(called);
  const expected = line.filter((member) => isCalled.has(member));
  return expected.filter((member, place) => called[place] !== member).length;
}
