import { type Random, randomOf } from '@okienko/shared';

/** One actor's own chance: what another actor does never changes what this one draws. */
export type Chance = Random & {
  /** True with this probability. */
  readonly isLucky: (probability: number) => boolean;
  /** Evenly spread between two numbers. */
  readonly between: (low: number, high: number) => number;
  readonly pick: <Item>(items: readonly Item[]) => Item | null;
};

/** The chance of one actor in the world of one seed. */
export function chanceOf(seed: number, actor: string): Chance {
  const random = randomOf(seed * 2 ** 20 + fingerprint(actor));
  return {
    ...random,
    isLucky: (probability) => random.next() < probability,
    between: (low, high) => low + random.next() * (high - low),
    pick: (items) => items[random.below(items.length)] ?? null,
  };
}

/** FNV-1a over the name, folded to 20 bits: source http://www.isthe.com/chongo/tech/comp/fnv. */
function fingerprint(actor: string): number {
  let hash = 0x811c9dc5;
  for (const character of actor) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return (hash >>> 12) ^ (hash & 0xfffff);
}
