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
    const keys = Object.keys(one);
    if (keys.length !== Object.keys(other).length) return false;
    const isSameAt = (key: string) =>
      Object.hasOwn(other, key) && this.isSame(Reflect.get(one, key), Reflect.get(other, key));
    if (!keys.every(isSameAt)) return false;
    this.#known.set(one, other);
    return true;
  }
}
