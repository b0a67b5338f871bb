/** A source of reproducible chance: the same seed gives the same numbers, on every machine. */
export type Random = {
  /** Evenly spread in [0, 1), with 53 bits. */
  readonly next: () => number;
  /** A whole number from 0 to `count` − 1, each as likely. */
  readonly below: (count: number) => number;
  /** Normally distributed with mean 0 and standard deviation 1. */
  readonly normal: () => number;
};

/**
 * Chance from a seed: a generator with 128 bits of state, which is as good as random for a simulation and of no use
 * for secrets.
 *
 * Source: xoshiro128** 1.1 by D. Blackman and S. Vigna, "Scrambled Linear Pseudorandom Number Generators", ACM
 * Transactions on Mathematical Software 47(4), 2021; its state is filled by a SplitMix (G. Steele, D. Lea and C.
 * Flood, OOPSLA 2014) with the 32-bit finaliser of MurmurHash3.
 *
 * @param seed any number; its whole part counts modulo 2^53.
 */
export function randomOf(seed: number): Random {
  const nextWord = xoshiro128(stateOf(seed));
  const next = () => ((nextWord() >>> 5) * 2 ** 26 + (nextWord() >>> 6)) / 2 ** 53;
  return {
    next,
    below: (count) => Math.floor(next() * count),
    // Box and Muller, 1958: 1 − u is in (0, 1], so that the logarithm is finite.
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

type State = readonly [number, number, number, number];

/** The words of xoshiro128**, each of 32 bits without a sign. */
export function xoshiro128(state: State): () => number {
  let [a, b, c, d] = state;
  return () => {
    const word = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return word;
  };
}

/** Every word depends on both halves of the seed; an odd one among them keeps the state from being zeros only. */
function stateOf(seed: number): State {
  const fromLow = splitMix32(seed >>> 0);
  const fromHigh = splitMix32(Math.floor(seed / 2 ** 32) ^ 0x6a09e667);
  const word = () => fromLow() ^ rotateLeft(fromHigh(), 16);
  return [word(), word(), word(), word() | 1];
}

function splitMix32(seed: number): () => number {
  let counter = seed;
  return () => {
    counter = (counter + 0x9e3779b9) | 0;
    let mixed = counter ^ (counter >>> 16);
    mixed = Math.imul(mixed, 0x85ebca6b);
    mixed ^= mixed >>> 13;
    mixed = Math.imul(mixed, 0xc2b2ae35);
    return mixed ^ (mixed >>> 16);
  };
}

function rotateLeft(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
