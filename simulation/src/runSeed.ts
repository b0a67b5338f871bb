import { World } from './world/world.ts';

export type Ending = {
  readonly seed: number;
  /** The first broken promise, in words; null where all were kept. */
  readonly problem: string | null;
  readonly hash: string;
  readonly last: readonly string[];
  readonly counts: ReadonlyMap<string, number>;
  readonly steps: number;
};

/** How long people work and things fail, and how long everything may take to be well again, in world milliseconds. */
const safetyMs = 4 * 60_000;
const healingMs = 4 * 60_000;
const calmEveryMs = 5_000;

/**
 * Lives one seed to its end: a phase in which anything may fail, and one in which everything must become well: all
 * pictures the newest, nothing under way, nobody waiting.
 */
export async function runSeed(seed: number): Promise<Ending> {
  const rejections: unknown[] = [];
  const keep = (reason: unknown) => void rejections.push(reason);
  process.on('unhandledRejection', keep);
  const world = new World(seed);
  let steps = 0;
  try {
    const liveUntil = async (endMs: number): Promise<void> => {
      while (world.oracle.broken() === null && world.time.runNext(endMs)) {
        steps += 1;
        // Whatever the step promised runs its course before the next one.
        await new Promise((resolve) => setImmediate(resolve));
        if (rejections.length > 0) throw rejections[0];
        world.look();
      }
    };
    world.begin();
    await liveUntil(safetyMs);
    world.heal();
    for (let atMs = safetyMs; world.unrest().length > 0 && world.oracle.broken() === null; atMs += calmEveryMs) {
      if (atMs > safetyMs + healingMs) world.oracle.complain(`it did not become calm: ${world.unrest().join(', ')}`);
      await liveUntil(atMs);
    }
    if (world.oracle.broken() === null) world.oracle.takeStock();
  } catch (error) {
    world.oracle.complain(
      `the program broke: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  } finally {
    process.off('unhandledRejection', keep);
  }
  const { story } = world;
  return {
    seed,
    problem: world.oracle.broken(),
    hash: story.hash(),
    last: story.last(),
    counts: story.counts(),
    steps,
  };
}
