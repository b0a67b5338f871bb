/** Runs tasks one after another, in the order given; a task that fails does not stop those behind it. */
export type SerialQueue = {
  /** Resolves or rejects as the task does, once its turn came and it ended. */
  readonly run: <Result>(task: () => Promise<Result>) => Promise<Result>;
  /** Resolves when every task given so far has ended. */
  readonly idle: () => Promise<void>;
};

/** A printer takes one connection and one ticket at a time; this is what keeps two tickets from being mixed. */
export function createSerialQueue(): SerialQueue {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(task) {
      const turn = last.then(task);
      // The next task waits for the end, however it came: the failure itself belongs to whoever gave the task.
      last = Promise.allSettled([turn]);
      return turn;
    },
    async idle() {
      await last;
    },
  };
}
