/**
 * Whether two pictures hold the same, however deep. Parts that were found equal once are remembered as a pair: pictures
 * share what did not change with the ones before them, so that each costs no more than what is new in it.
 */
export class PictureComparison {
  readonly #known = new WeakMap<object, object>();

  isSame(one: unknown, other: unknown): boolean {
    if (Object.is(one, other)) return true;
    if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
    if (this.#known.get(one) === other) return true;
    if (Array.isArray(one) !== Array.isArray(other)) return false;
    const [mine, theirs] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
    if (mine.size !== theirs.size) return false;
    for (const [key, value] of mine) if (!theirs.has(key) || !this.isSame(value, theirs.get(key))) return false;
    this.#known.set(one, other);
    return true;
  }
}
