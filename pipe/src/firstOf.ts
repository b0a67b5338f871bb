/** The first of the promises to settle, or null after `timeoutMs`; rejects only as the first of them does. */
export async function firstOf<Result>(timeoutMs: number, promises: readonly Promise<Result>[]): Promise<Result | null> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), timeoutMs);
  });
  try {
    return await Promise.race([...promises, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
