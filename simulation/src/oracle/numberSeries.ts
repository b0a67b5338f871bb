const leastSkip = 50;

/** The numbers of one day as a notebook keeps them: each letter from 1 on without a gap, but for what a restore skips. */
export class NumberSeries {
  readonly #last = new Map<string, number>();
  #skipped = 0;

  /** A number was given out; in words what is wrong with it, or null. */
  give(ticketNumber: string): string | null {
    const letter = ticketNumber.slice(0, 1);
    const wanted = (this.#last.get(letter) ?? this.#skipped) + 1;
    this.#last.set(letter, wanted);
    const number = `${letter}${String(wanted).padStart(3, '0')}`;
    return number === ticketNumber ? null : `${ticketNumber} was given out where ${number} is next`;
  }

  /** A restore jumps over numbers in every series, also of letters that nobody took yet. */
  skip(count: number): string | null {
    for (const [letter, last] of this.#last) this.#last.set(letter, last + count);
    this.#skipped += count;
    return count >= leastSkip ? null : `a restore skipped only ${count} numbers`;
  }

  /** A new day. */
  startAgain(): void {
    this.#last.clear();
    this.#skipped = 0;
  }
}
