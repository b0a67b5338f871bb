import {
  after,
  type AudienceContract,
  boardContract,
  type Configuration,
  counterContract,
  type DeviceId,
  idSchemas,
  type Instant,
  kioskContract,
  localMoment,
  required,
} from '@okienko/shared';
import { Clerk } from '../actors/clerk.ts';
import { KioskVisitors } from '../actors/kioskVisitors.ts';
import { Screen } from '../actors/screen.ts';
import { WallBoard } from '../actors/wallBoard.ts';
import { Comeback, type Life } from '../oracle/comeback.ts';
import { Oracle } from '../oracle/oracle.ts';
import { type Chance, chanceOf } from './chance.ts';
import { Disk } from './disk.ts';
import { type Breakable, type BreakableServer, Faults } from './faults.ts';
import { Machine } from './machine.ts';
import { Cable } from './network.ts';
import { drawScenario, type Scenario } from './scenario.ts';
import { SimulatedPrinter } from './simulatedPrinter.ts';
import { wordReader } from './simulatedTransport.ts';
import { SimulatedServer } from './simulatedServer.ts';
import { Story } from './story.ts';
import { VirtualTime } from './virtualTime.ts';

type Followed = {
  readonly deviceId: DeviceId;
  readonly comeback: Comeback;
  readonly life: () => Life;
  readonly unrest: () => string | null;
};

const longestTurnMs = 60;

/** One service point with everybody in it, drawn from one seed. */
export class World {
  readonly time = new VirtualTime();
  readonly story = new Story(this.time);
  readonly oracle: Oracle;
  readonly #seed: number;
  readonly #scenario: Scenario;
  readonly #loopChance: Chance;
  readonly #disk: Disk;
  readonly #serverMachine: Machine;
  readonly #server: SimulatedServer;
  readonly #faults: Faults;
  readonly #visitors: KioskVisitors[] = [];
  readonly #clerks: Clerk[] = [];
  readonly #boards: WallBoard[] = [];
  readonly #devices: Breakable[] = [];
  readonly #screens: Followed[] = [];
  readonly #readWord = wordReader();
  #serverSinceMs: number | null = null;
  #engine: unknown = null;
  #configuration: Configuration;
  #refused: Configuration | null = null;
  #idsMade = 0;

  constructor(seed: number) {
    this.#seed = seed;
    this.#scenario = drawScenario(this.#chance('scenario'));
    this.#configuration = this.#scenario.configuration;
    this.#loopChance = this.#chance('loop');
    this.#disk = new Disk(this.story, this.#newId);
    this.oracle = new Oracle({ disk: this.#disk, story: this.story, time: this.time });
    this.#serverMachine = new Machine(this.time, this.#scenario.startsAt);
    this.#server = this.#createServer();
    for (const device of this.#configuration.devices) this.#createDevice(device);
    this.#faults = new Faults({
      time: this.time,
      chance: this.#chance('faults'),
      mix: this.#scenario.faults,
      devices: this.#devices,
      server: this.#breakableServer(),
      story: this.story,
    });
  }

  /** The safety phase: people come, clerks work, anything may fail. */
  begin(): void {
    this.#server.start();
    for (const actor of [...this.#visitors, ...this.#clerks]) actor.begin();
    this.#faults.begin();
  }

  /** The healing phase: nothing fails any more, nobody comes, the queue is worked off. */
  heal(): void {
    this.#faults.end();
    for (const visitors of this.#visitors) visitors.end();
    for (const clerk of this.#clerks) clerk.end();
    this.story.tell('the healing begins');
    const { startsAt, configuration } = this.#scenario;
    const { timeZone } = configuration.branch;
    const hasChanged = offsetMs(startsAt, timeZone) !== offsetMs(after(startsAt, this.time.nowMs()), timeZone);
    if (hasChanged) this.story.count('summer or winter time began');
  }

  /** After each step: the oracle looks, and the boards are watched. */
  look(): void {
    this.oracle.look();
    const nowMs = this.time.nowMs();
    for (const board of this.#boards) board.look(nowMs);
    this.#noteServer(nowMs);
    for (const { deviceId, comeback, life } of this.#screens) {
      const problem = comeback.judge(life(), this.#serverSinceMs, nowMs);
      if (problem !== null) this.oracle.complain(`${deviceId} ${problem}`);
    }
  }

  /** What is not well yet, in words: no server, somebody who waits, a screen that is behind; empty when all is calm. */
  unrest(): readonly string[] {
    const waiting = this.oracle.waiting();
    const papers = this.oracle.unsettledPapers();
    return [
      ...(this.#server.engine() === null ? ['the server is down'] : []),
      ...(waiting === 0 ? [] : [`${waiting} wait`]),
      ...(papers === 0 ? [] : [`${papers} papers have no outcome`]),
      ...this.#screens.flatMap((screen) => screen.unrest() ?? []),
    ];
  }

  #noteServer(nowMs: number): void {
    const engine = this.#server.engine();
    if (engine === this.#engine) return;
    this.#engine = engine;
    this.#serverSinceMs = engine === null ? null : nowMs;
  }

  /** Now and then other things keep the server's loop busy, and what comes meanwhile shares one turn. */
  #turnDelayMs(): number {
    return this.#loopChance.isLucky(this.#scenario.busyShare) ? this.#loopChance.between(1, longestTurnMs) : 0;
  }

  readonly #newId = () => {
    this.#idsMade += 1;
    return `00000000-0000-7000-8000-${this.#idsMade.toString(16).padStart(12, '0')}`;
  };

  #chance(actor: string): Chance {
    return chanceOf(this.#seed, actor);
  }

  #createServer(): SimulatedServer {
    const machine = this.#serverMachine;
    const printer = new SimulatedPrinter(machine, this.#chance('printer'), 0.2, (jobId) =>
      this.oracle.complain(`the paper ${jobId} was printed twice`),
    );
    return new SimulatedServer({
      machine,
      disk: this.#disk,
      story: this.story,
      turnDelayMs: () => this.#turnDelayMs(),
      newId: this.#newId,
      printerOf: () => (this.#scenario.hasPaper ? printer : null),
      configuration: () => this.#configuration,
      onRefused: () => {
        this.#configuration = this.#refused ?? this.#scenario.configuration;
      },
      onWord: (word) => this.oracle.hear(word),
      onStarted: () => this.oracle.serverStarted(),
      onBug: (trace) => this.oracle.complain(`a command met a bug: ${trace}`),
    });
  }

  #createDevice({ id, kind }: Configuration['devices'][number]): void {
    switch (kind) {
      case 'kiosk': {
        const screen = this.#createScreen(id, kioskContract);
        this.#visitors.push(new KioskVisitors(screen, this.#scenario.meanGapMs));
        return screen.open();
      }
      case 'counter': {
        const screen = this.#createScreen(id, counterContract);
        const place = {
          counterId: idSchemas.counter.parse(id.replace('counter-', 'c')),
          pin: id.replace('counter-', '').padStart(6, '0'),
        };
        this.#clerks.push(new Clerk(screen, { ...place, thinkMs: this.#scenario.thinkMs }));
        return screen.open();
      }
      case 'display': {
        const screen = this.#createScreen(id, boardContract);
        const board = new WallBoard(screen);
        this.#boards.push(board);
        board.begin();
        return screen.open();
      }
    }
  }

  #createScreen<View, Event, Figures>(deviceId: DeviceId, contract: AudienceContract<View, Event, Figures>) {
    const chance = this.#chance(deviceId);
    const machine = new Machine(this.time, this.#scenario.startsAt);
    const cable = new Cable(this.time, this.#chance(`cable of ${deviceId}`), this.#scenario.delays, this.story);
    const screen = new Screen({
      contract,
      deviceId,
      machine,
      person: new Machine(this.time, this.#scenario.startsAt),
      cable,
      chance,
      knock: (end) => this.#server.knock(end),
      read: this.#readWord,
      newId: this.#newId,
      oracle: this.oracle,
      story: this.story,
    });
    const comeback = new Comeback(this.#scenario.delays.mostMs + longestTurnMs);
    this.#screens.push({ deviceId, comeback, life: () => screen.life(), unrest: () => screen.unrest() });
    const disturbing = (work: () => void) => () => {
      comeback.disturb(this.time.nowMs());
      work();
    };
    this.#devices.push({
      deviceId,
      cut: disturbing(() => cable.cut()),
      unplug: () => cable.unplug(),
      swallow: (direction) => cable.swallow(direction),
      lose: (direction) => cable.lose(direction),
      find: () => cable.find(),
      repair: disturbing(() => cable.repair()),
      sleep: () => machine.sleep(),
      wake: () => machine.wake(),
      reload: disturbing(() => screen.reload()),
    });
    return screen;
  }

  #breakableServer(): BreakableServer {
    const server = this.#server;
    const chance = this.#chance('server faults');
    return {
      kill: () => server.die(),
      stop: () => server.stop(),
      crashAfterCommit: () => server.journal()?.crashAfterNextAppend(),
      failBeforeCommit: () => server.journal()?.failNextAppend(),
      setFull: (isFull) => server.journal()?.setFull(isFull),
      backUp: () => this.#disk.backUp(),
      restore: () => {
        server.die();
        if (this.#disk.restore(this.#serverMachine.wall.now())) this.oracle.restored();
      },
      jumpClock: (byMs) => this.#serverMachine.jump(byMs),
      poison: () => server.poison(),
      configure: () => {
        this.#refused = this.#configuration;
        this.#configuration =
          this.#configuration === this.#scenario.configuration
            ? this.#scenario.otherConfiguration
            : this.#scenario.configuration;
        server.stop();
      },
      twoAtOnce: () => {
        const first = required(chance.pick(this.#clerks), 'a clerk');
        const second = required(chance.pick(this.#clerks), 'another clerk');
        first.callNow();
        second.callNow();
      },
    };
  }
}

/** How far a zone's wall clock is before UTC. */
function offsetMs(at: Instant, timeZone: string): number {
  const { date, time } = localMoment(at, timeZone);
  return Date.parse(`${date}T${time}:00Z`) - Math.floor(at / 60_000) * 60_000;
}
