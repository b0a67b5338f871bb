/** First come, first served: members that are free, or people who wait for one. */
export class WaitingLine<Member> {
  readonly #members: Member[];
  readonly #asked: ((member: Member) => void)[] = [];

  constructor(members: readonly Member[]) {
    this.#members = [...members];
  }

  /** The member that joined first; as soon as there is one. */
  first(): Promise<Member> {
    const member = this.#members.shift();
    if (member !== undefined) return Promise.resolve(member);
    return new Promise((resolve) => this.#asked.push(resolve));
  }

  /** Goes to the end of the line, or to whoever has waited longest for one. */
  join(member: Member): void {
    const asked = this.#asked.shift();
    if (asked === undefined) this.#members.push(member);
    else asked(member);
  }
}
