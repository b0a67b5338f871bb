import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Settings } from './config.ts';
import type { HttpGateway } from './gateway/httpGateway.ts';
import { StartRefused } from './startRefused.ts';

type Address = Pick<Settings, 'host' | 'port'>;

/**
 * Asked before the journal is opened, so that a server that cannot be reached has written nothing.
 *
 * @throws StartRefused where the port cannot be listened on.
 */
export async function refuseTakenPort(settings: Address): Promise<void> {
  const probe = createServer();
  await orTaken(settings, once(probe.listen(settings.port, settings.host), 'listening'));
  await new Promise((resolve) => probe.close(resolve));
}

/** Listens, and says at which address. @throws StartRefused where the port was taken meanwhile. */
export function listen(http: HttpGateway, settings: Address): Promise<string> {
  return orTaken(settings, http.listen({ host: settings.host, port: settings.port }));
}

async function orTaken<Result>({ host, port }: Address, listening: Promise<Result>): Promise<Result> {
  try {
    return await listening;
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error && error.syscall === 'listen')) throw error;
    const isTaken = 'code' in error && error.code === 'EADDRINUSE';
    const why = isTaken ? 'is already in use, perhaps by another Okienko' : `cannot be used (${error.message})`;
    throw new StartRefused(`Port ${port} on ${host} ${why}; choose another with --port.`, { cause: error });
  }
}
