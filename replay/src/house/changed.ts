import type { Replica } from '@okienko/shared';

/** Resolves at the next change of the picture. */
export function changed(replica: Pick<Replica<unknown, unknown>, 'onChange'>): Promise<void> {
  return new Promise((resolve) => {
    const stop = replica.onChange(() => {
      stop();
      resolve();
    });
  });
}
