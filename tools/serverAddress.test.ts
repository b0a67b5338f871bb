import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { serverOrigin, waitForServer } from './serverAddress.mjs';

describe('serverOrigin', () => {
  it('takes the flag before the environment, and 8080 without either', () => {
    expect(serverOrigin(['--data', 'x', '--port', '81'], { OKIENKO_PORT: '82' })).toBe('http://127.0.0.1:81');
    expect(serverOrigin(['--port=81'], {})).toBe('http://127.0.0.1:81');
    expect(serverOrigin(['--data=x'], { OKIENKO_PORT: '82' })).toBe('http://127.0.0.1:82');
    expect(serverOrigin([], {})).toBe('http://127.0.0.1:8080');
  });
});

describe('waitForServer', () => {
  it('given a server that answers, even with a fault, then it is there', async () => {
    const server = createServer((_request, response) => response.writeHead(503).end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    expect(await waitForServer(`http://127.0.0.1:${port}`, 5_000)).toBe(true);
    await new Promise((resolve) => server.close(resolve));
    expect(await waitForServer(`http://127.0.0.1:${port}`, 100)).toBe(false);
  });
});
