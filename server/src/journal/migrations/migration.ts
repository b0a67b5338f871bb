/** One step of the schema: it runs once, in a transaction of its own, and is never changed after a release. */
export type Migration = {
  /** The `user_version` that the step leads to: 1, 2, 3, … without a gap. */
  readonly version: number;
  readonly statements: string;
};
