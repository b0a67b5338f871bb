/** The most of these moments (in minutes) that lie within one minute, its end not included. */
export function busiestMinute(moments: readonly number[]): number {
  const ordered = moments.toSorted((one, other) => one - other);
  let most = 0;
  let first = 0;
  ordered.forEach((moment, index) => {
    while (moment - (ordered[first] ?? moment) >= 1) first += 1;
    most = Math.max(most, index - first + 1);
  });
  return most;
}
