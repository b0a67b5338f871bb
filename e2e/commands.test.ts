import { type Acknowledgement, type ClientCommand, idSchemas, type TicketId } from '@okienko/shared';
import { afterEach, describe, expect, it } from 'vitest';
import { connectDevice, type DeviceClient, issueTicket, newCommandId } from './support/deviceClient.ts';
import { type RunningServer, startServer, temporaryFolder, testPin } from './support/startServer.ts';

const pressesOfEach = 1_000;
const servers: RunningServer[] = [];

async function server(options?: Parameters<typeof startServer>[0]): Promise<RunningServer> {
  const started = await startServer(options);
  servers.push(started);
  return started;
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((running) => running.kill()));
});

const open = (counter: string): ClientCommand => ({
  type: 'OpenCounter',
  counterId: idSchemas.counter.parse(counter),
  pin: testPin,
  isTakeover: false,
});

function resultOf(answer: Acknowledgement) {
  if (answer.answer !== 'accepted') throw new Error(`not accepted: ${JSON.stringify(answer)}`);
  return answer.result;
}

function calledTicket(answer: Acknowledgement): { readonly ticketId: TicketId; readonly ticketNumber: string } {
  const result = resultOf(answer);
  if (result.type !== 'ticketCalled') throw new Error(`no call: ${JSON.stringify(result)}`);
  return result;
}

async function pressUntilDone(client: DeviceClient, counter: string): Promise<readonly string[]> {
  const counterId = idSchemas.counter.parse(counter);
  const called: string[] = [];
  let currentTicketId: TicketId | null = null;
  while (called.length < pressesOfEach) {
    const { ticketId, ticketNumber } = calledTicket(
      await client.send({ type: 'CallNext', counterId, currentTicketId, outcomeId: null }),
    );
    called.push(ticketNumber);
    resultOf(await client.send({ type: 'StartService', counterId, ticketId, seenState: 'called' }));
    currentTicketId = ticketId;
  }
  return called;
}

describe('commands to a real server', () => {
  it('given 2,000 waiting, when two counters press 1,000 times each at once, then all got different tickets [P-27]', async () => {
    const { url } = await server();
    const kiosk = await connectDevice(url, 'kiosk', 'kiosk-1');
    await Promise.all(Array.from({ length: 2 * pressesOfEach }, () => kiosk.send(issueTicket('dowod-wniosek'))));
    const [two, three] = await Promise.all([
      connectDevice(url, 'counter', 'counter-2'),
      connectDevice(url, 'counter', 'counter-3'),
    ]);
    resultOf(await two.send(open('c2')));
    resultOf(await three.send(open('c3')));
    const called = (await Promise.all([pressUntilDone(two, 'c2'), pressUntilDone(three, 'c3')])).flat();
    expect(called).toHaveLength(2 * pressesOfEach);
    expect(new Set(called).size).toBe(2 * pressesOfEach);
  });

  it('given a command, when it is sent three times, also across a kill, then it acts once [P-26]', async () => {
    const dataFolder = temporaryFolder();
    const before = await server({ dataFolder });
    const commandId = newCommandId();
    const kiosk = await connectDevice(before.url, 'kiosk', 'kiosk-1');
    const first = await kiosk.send(issueTicket('pisma'), commandId);
    expect(await kiosk.send(issueTicket('pisma'), commandId)).toEqual(first);
    await before.kill();
    const after = await server({ dataFolder });
    const again = await connectDevice(after.url, 'kiosk', 'kiosk-1');
    expect(await again.send(issueTicket('pisma'), commandId)).toEqual(first);
    expect(resultOf(await again.send(issueTicket('pisma')))).toMatchObject({ ticketNumber: 'S002' });
  });

  it('given presses on the wire, when the server is killed among them, then each acted once after the resend [P-21]', async () => {
    const dataFolder = temporaryFolder();
    const before = await server({ dataFolder });
    const kiosk = await connectDevice(before.url, 'kiosk', 'kiosk-1');
    const ids = Array.from({ length: 200 }, () => newCommandId());
    const early = ids.slice(0, 50).map((id) => kiosk.send(issueTicket('pisma'), id));
    for (const id of ids.slice(50)) kiosk.fire(issueTicket('pisma'), id);
    const acknowledged = await Promise.all(early);
    await before.kill();
    const after = await server({ dataFolder });
    const again = await connectDevice(after.url, 'kiosk', 'kiosk-1');
    const answers = await Promise.all(ids.map((id) => again.send(issueTicket('pisma'), id)));
    expect(answers.slice(0, 50)).toEqual(acknowledged);
    const numbers = answers
      .map((answer) => resultOf(answer))
      .map((result) => 'ticketNumber' in result && result.ticketNumber);
    expect(new Set(numbers).size).toBe(ids.length);
    expect(numbers).toContain('S200');
  });

  it('given an old picture, when a counter presses on it, then the press is refused [P-27]', async () => {
    const { url } = await server();
    const kiosk = await connectDevice(url, 'kiosk', 'kiosk-1');
    await kiosk.send(issueTicket('pisma'));
    await kiosk.send(issueTicket('pisma'));
    const one = await connectDevice(url, 'counter', 'counter-1');
    resultOf(await one.send(open('c1')));
    const press: ClientCommand = {
      type: 'CallNext',
      counterId: idSchemas.counter.parse('c1'),
      currentTicketId: null,
      outcomeId: null,
    };
    const [first, second] = await Promise.all([one.send(press), one.send(press)]);
    expect(calledTicket(first).ticketNumber).toBe('S001');
    expect(second).toEqual({ answer: 'rejected', rejection: { reason: 'SituationChanged', state: 'called' } });
  });

  it('given a press that is too old, when it arrives, then it is refused [P-24] [P-23]', async () => {
    const { url } = await server();
    const kiosk = await connectDevice(url, 'kiosk', 'kiosk-1');
    const answer = await kiosk.send(issueTicket('pisma'), newCommandId(), 5_001);
    expect(answer).toEqual({ answer: 'rejected', rejection: { reason: 'TooOld' } });
  });
});
