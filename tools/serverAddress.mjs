// @ts-check

const defaultPort = '8080';

/**
 * Where the server that is started with these arguments will listen: it takes --port before OKIENKO_PORT, and refuses
 * by itself what is no port.
 * @param {readonly string[]} serverArguments
 * @param {Record<string, string | undefined>} environment
 * @returns {string} an origin on this computer
 */
export function serverOrigin(serverArguments, environment) {
  const index = serverArguments.findIndex((word) => word === '--port' || word.startsWith('--port='));
  const word = serverArguments[index] ?? '';
  const given = word === '--port' ? serverArguments[index + 1] : word.slice('--port='.length);
  const port = [given, environment['OKIENKO_PORT']].find((value) => value !== undefined && value !== '') ?? defaultPort;
  return `http://127.0.0.1:${port}`;
}

/**
 * Asks /healthz until the server answers at all; what it answers is for its pages to show.
 * @param {string} origin
 * @param {number} timeoutMs
 * @returns {Promise<boolean>} false when the time is over
 */
export async function waitForServer(origin, timeoutMs) {
  const endsAt = performance.now() + timeoutMs;
  while (performance.now() < endsAt) {
    const doesAnswer = await fetch(`${origin}/healthz`, { signal: AbortSignal.timeout(2_000) }).then(
      () => true,
      () => false,
    );
    if (doesAnswer) return true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return false;
}
