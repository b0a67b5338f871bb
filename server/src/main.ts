import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  AssertionFailure,
  type DurationMs,
  type Epoch,
  heartbeatIntervalMs,
  idSchemas,
  milliseconds,
  required,
} from '@okienko/shared';
import { type BusinessTime, businessTimeOf, newUuid, processClock } from './clocks.ts';
import { type ConfigurationFile, readConfigurationFile } from './configurationFile.ts';
import { createBranchLog } from './branchLog.ts';
import { readSettings, type Settings, SettingsRefused } from './config.ts';
import { createDayKeyDuty } from './dayKeyDuty.ts';
import { type DemoPin, demoPins } from './demoPins.ts';
import { configurationOf } from './domain/branchState.ts';
import { BranchEngine, type EngineParts } from './engine/branchEngine.ts';
import { PrintReports } from './engine/printReports.ts';
import { startBranch } from './engine/startBranch.ts';
import type { FollowUrlOf } from './engine/turn.ts';
import { followAddressOf } from './followAddress.ts';
import { type ClerkPin, hashDemoPins } from './gateway/clerkPins.ts';
import { DeviceRegistry } from './gateway/deviceRegistry.ts';
import { buildHttpGateway, type HttpGateway } from './gateway/httpGateway.ts';
import { PinGuard } from './gateway/pinGuard.ts';
import { RefusalLog, type RefusedMessage } from './gateway/refusalLog.ts';
import { SocketGateway } from './gateway/socketGateway.ts';
import { fingerprintOf, openAnchorKey } from './journal/anchorKey.ts';
import { type DayKeys, openDayKeys } from './journal/dayKeys.ts';
import { JournalRefusal } from './journal/journalRefusal.ts';
import { type Journal, JournalFault } from './journal/journal.ts';
import { journalFileName } from './journal/sqliteFile.ts';
import { openSqliteJournal } from './journal/sqliteJournal.ts';
import { type BranchPaper, createBranchPaper } from './printing/branchPaper.ts';
import { type BranchPrinters, openBranchPrinters, printerInstead } from './printing/branchPrinters.ts';
import { printerPageOf } from './printing/printerPage.ts';
import { registerBranchGauges } from './metrics/branchGauges.ts';
import { registerDataFolderGauges } from './metrics/dataFolderGauges.ts';
import { MetricsRegistry } from './metrics/metricsRegistry.ts';
import { registerProcessGauges } from './metrics/processGauges.ts';
import { createServerMetrics, type ServerMetrics } from './metrics/serverMetrics.ts';
import { createRequestLog } from './requestLog.ts';
import { scheduleBackups, type ScheduledBackups } from './scheduledBackups.ts';
import { listen, refuseTakenPort } from './listening.ts';
import { programVersion } from './programVersion.ts';
import { type ComponentLog, createServerLog, type ServerLog } from './serverLog.ts';
import { StartRefused, startRefusalText } from './startRefused.ts';

const houseFolder = join(dirname(fileURLToPath(import.meta.url)), '../..');
/** How long a stop waits for a ticket on its way to paper; one that takes longer is unknown at the next start. */
const printingMayTakeMs = milliseconds(800);
/** A stop that takes longer is cut short: what was acknowledged is in the journal anyway. */
const stopWithinMs = 1_800;

// Tickets, clerks and hashes of PINs are for the server's own user alone, also where the folder was there before.
process.umask(0o077);
await run();

/** Starts the server of one branch, or ends the process with one clear sentence and a code that is not 0. */
async function run(): Promise<void> {
  try {
    const settings = readSettings(process.argv.slice(2), process.env, {
      workingFolder: process.cwd(),
      configFile: join(houseFolder, 'server/examples/pom-bronowice.json'),
    });
    await serve(settings);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    process.stderr.write(`Okienko: ${error.message}\n`);
    process.exit(error instanceof SettingsRefused ? 2 : 1);
  }
}

function isRefusal(error: unknown): error is Error {
  return error instanceof SettingsRefused || error instanceof StartRefused || error instanceof JournalRefusal;
}

async function serve(settings: Settings): Promise<void> {
  const logOf = createServerLog(settings.logLevel);
  const log = logOf('server');
  dieOfBugs(log);
  const offered = readConfigurationFile(settings.configFile);
  refuseDemoSettings(settings, offered);
  await refuseTakenPort(settings);
  const businessTime = businessTimeOf(settings.clock);
  const { now } = businessTime.clock;
  const journal = openSqliteJournal({
    folder: settings.dataFolder,
    newJournalId: () => idSchemas.journal.parse(newUuid()),
    now,
  });
  const instead = printerInstead(offered.configuration, settings.printer);
  const printers = await openBranchPrinters({
    configuration: offered.configuration,
    instead,
    now,
    machineClock: processClock,
    onUnreachable: (printerId, problem) => logOf('printing').warn({ printerId, problem }, 'printer not reached'),
  });
  const dayKeys = openDayKeys(settings.dataFolder);
  const registry = new MetricsRegistry();
  registerDataFolderGauges(registry, settings.dataFolder, journalFileName);
  const metrics = createServerMetrics(registry, offered.configuration.printers);
  const backups = scheduleBackups(settings, businessTime.clock, registry, logOf('backup'));
  const branch = openBranch({ offered, journal, dayKeys, printers, backups, businessTime, logOf, metrics });
  const wipeOldKeys = createDayKeyDuty({
    dayKeys,
    businessDate: () => branch.engine.query(({ state }) => state.businessDate),
    onFault: (error) => log.error({ err: error }, 'the keys of past days are not destroyed yet'),
  });
  const refusal = startBranch(branch.engine, offered, newUuid, branch.printReports);
  if (refusal !== null) {
    await printers.close();
    dayKeys.close();
    journal.close();
    throw new StartRefused(startRefusalText(refusal, settings.configFile));
  }
  const clerks = await clerkPins(offered, settings);
  const common = { ...branch, journal, printers, businessTime, logOf, metrics, registry };
  const gateways = await openGateways({ ...common, pins: clerks.pins });
  const address = await listen(gateways.http, settings);
  const ticking = setInterval(() => {
    branch.printReports.sendAgain();
    branch.engine.tick();
    wipeOldKeys();
  }, heartbeatIntervalMs);
  const stop = async () => {
    clearInterval(ticking);
    await Promise.all([gateways.close(), backups.stop()]);
    await Promise.race([branch.paper.idle(), elapsed(printingMayTakeMs)]);
    branch.engine.stop();
    dayKeys.close();
    journal.close();
    log.info('stopped');
  };
  // Before anybody is told that the server is there: who starts it may stop it at once.
  stopOnSignals(stop, log);
  const versions = { version: programVersion, node: process.version, configHash: offered.configHash };
  const anchorKey = fingerprintOf(openAnchorKey(settings.dataFolder).publicKey);
  log.info({ ...versions, journalId: journal.journalId, epoch: branch.epoch, anchorKey, address }, 'started');
  announce(address, offered, clerks.shown);
}

/** @throws StartRefused where a real branch is started with what only a demo may have. */
function refuseDemoSettings(settings: Settings, offered: ConfigurationFile): void {
  if (offered.configuration.demo) return;
  if (settings.demoPin !== null) {
    throw new StartRefused(`OKIENKO_DEMO_PIN is for a demo only, and ${settings.configFile} is none.`);
  }
  if (settings.clock !== null) {
    throw new StartRefused(
      `Another clock (--clock-start, --clock-speed) is for a demo only, and ${settings.configFile} is none.`,
    );
  }
}

/** What nobody handled ends the process, which replays its journal at the next start; its trace is a line of the log. */
function dieOfBugs(log: ComponentLog): void {
  process.on('uncaughtException', (error) => {
    const isFault = error instanceof JournalFault;
    log.fatal({ err: error }, isFault ? 'the journal cannot be read and the process ends' : 'a bug ends the process');
    process.exit(1);
  });
}

/** @throws StartRefused where the journal's events do not make a state: damage, or a bug that needs a programmer. */
function replayed(log: ComponentLog, parts: EngineParts): BranchEngine {
  try {
    return new BranchEngine(parts);
  } catch (error) {
    if (!(error instanceof JournalFault || error instanceof AssertionFailure)) throw error;
    log.fatal({ err: error }, 'the journal does not replay');
    throw new StartRefused(`The journal cannot be replayed: restore the last backup. ${error.message}`, {
      cause: error,
    });
  }
}

type Branch = {
  readonly engine: BranchEngine;
  readonly paper: BranchPaper;
  readonly printReports: PrintReports;
  readonly epoch: Epoch;
  /** Sends the engine's words to whoever is connected, from now on. */
  readonly connect: (sockets: SocketGateway) => void;
};

function openBranch(parts: {
  readonly offered: ConfigurationFile;
  readonly journal: Journal;
  readonly dayKeys: DayKeys;
  readonly printers: BranchPrinters;
  readonly backups: ScheduledBackups;
  readonly businessTime: BusinessTime;
  readonly logOf: ServerLog;
  readonly metrics: ServerMetrics;
}): Branch {
  const { offered, journal, dayKeys, printers, backups, businessTime, logOf, metrics } = parts;
  const branchLog = createBranchLog(logOf);
  let connected: SocketGateway | null = null;
  const epoch = idSchemas.epoch.parse(newUuid());
  const followUrlOf: FollowUrlOf = (state, ticketId) =>
    state.businessDate === null || !state.tickets.has(ticketId)
      ? null
      : followAddressOf(dayKeys, configurationOf(state).branch, state.businessDate, ticketId);
  const engine: BranchEngine = replayed(logOf('journal'), {
    journal,
    businessClock: businessTime.clock,
    machineClock: processClock,
    clockRate: businessTime.rate,
    epoch,
    branchId: offered.configuration.branch.id,
    newId: newUuid,
    followUrlOf,
    scheduleTurn: setImmediate,
    publish: (publication) => connected?.publish(publication),
    pulse: (pulse) => {
      connected?.pulse(pulse);
      metrics.onPulse(pulse);
      branchLog.onPulse(pulse);
    },
    onCommitted: (events) => {
      paper.printOrdered(events.map(({ event, metadata }) => ({ event, at: metadata.at })));
      metrics.onCommitted(events);
      branchLog.onCommitted(events);
    },
    onTurn: (turn) => {
      metrics.onTurn(turn);
      branchLog.onTurn(turn);
    },
    alarms: () => [...printers.alarms(), ...backups.alarms()],
    printers: printers.ofKiosks,
    report: branchLog.report,
  });
  const printReports = new PrintReports(engine);
  const paper: BranchPaper = createBranchPaper({
    printers,
    branch: () =>
      engine.query(({ state, opening }) => ({
        configuration: configurationOf(state),
        followUrlOf: (ticketId) => followUrlOf(state, ticketId),
        closesAt: opening.state === 'open' ? (opening.closesAt?.time ?? null) : null,
      })),
    now: businessTime.clock.now,
    report: ({ jobId }, outcome) => printReports.report(jobId, outcome),
    onFault: ({ error, ...where }) => logOf('printing').error({ ...where, err: error }, 'print fault'),
  });
  return { engine, paper, printReports, epoch, connect: (sockets) => (connected = sockets) };
}

async function openGateways(
  parts: Branch & {
    readonly journal: Journal;
    readonly printers: BranchPrinters;
    readonly businessTime: BusinessTime;
    readonly logOf: ServerLog;
    readonly metrics: ServerMetrics;
    readonly registry: MetricsRegistry;
    readonly pins: readonly ClerkPin[];
  },
): Promise<{ readonly http: HttpGateway; readonly close: () => Promise<void> }> {
  const { engine, journal, epoch, printers, businessTime, logOf, metrics, registry, pins } = parts;
  const log = logOf('sockets');
  const noteRequest = createRequestLog(logOf('http'), processClock);
  const devices = new DeviceRegistry();
  registerProcessGauges(registry);
  registerBranchGauges(registry, { engine, devices, journalId: journal.journalId, epoch, version: programVersion });
  const http = await buildHttpGateway({
    engine,
    journalId: journal.journalId,
    epoch,
    startedAt: businessTime.clock.now(),
    devices,
    printerPage: printerPageOf(printers),
    metrics: registry,
    webFolder: join(houseFolder, 'dist/web'),
    onAnswered: (answered) => {
      metrics.onRequest(answered);
      noteRequest(answered);
    },
    onFault: (error) => logOf('http').error({ err: error }, 'http fault'),
  });
  const guard = new PinGuard(pins, businessTime, processClock);
  const refusals = new RefusalLog<RefusedMessage>(processClock, (refused) => log.warn(refused, 'message refused'));
  const sockets = new SocketGateway({
    httpServer: http.server,
    engine,
    devices,
    identify: (pin, deviceId) => guard.identify(pin, deviceId),
    machineClock: processClock,
    onRefused: (refused) => {
      refusals.note(refused);
      metrics.onRefused(refused);
    },
    onAnswered: metrics.onAnswered,
    onConnection: (connection) => log.debug(connection, 'connection'),
    onFault: (error) => log.error({ err: error }, 'socket fault'),
  });
  parts.connect(sockets);
  printers.connectKiosks((deviceId) => sockets.printerLinks(deviceId));
  const close = async () => {
    const socketsClosed = sockets.close();
    // Whoever only holds a connection open, without a request, would keep the server from stopping.
    http.server.closeAllConnections();
    await socketsClosed;
    await http.close();
  };
  return { http, close };
}

async function clerkPins(
  { configuration }: ConfigurationFile,
  settings: Settings,
): Promise<{ readonly pins: readonly ClerkPin[]; readonly shown: readonly DemoPin[] }> {
  if (!configuration.demo) {
    const pins = configuration.clerks.map(({ id, pinHash }) => ({
      clerkId: id,
      pinHash: required(pinHash, 'a PIN hash'),
    }));
    return { pins, shown: [] };
  }
  const shown = demoPins(configuration, settings.dataFolder, settings.demoPin);
  return { pins: await hashDemoPins(shown), shown };
}

function announce(address: string, { configuration, warnings }: ConfigurationFile, pins: readonly DemoPin[]): void {
  const lines = [
    `Okienko: ${address}/`,
    ...warnings.map(({ path, problem }) => `  note: ${path}: ${problem}`),
    ...(configuration.demo ? ['Demo: open at all hours. PINs of the clerks:'] : []),
    ...pins.map(({ name, pin }) => `  ${name}: ${pin}`),
    'Stop with Ctrl+C.',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function elapsed(durationMs: DurationMs): Promise<void> {
  return new Promise((resolve) => processClock.schedule(durationMs, resolve));
}

/** A second signal (a terminal's Ctrl+C reaches both the starter and this process) changes nothing. */
function stopOnSignals(stop: () => Promise<void>, log: ComponentLog): void {
  let isStopping = false;
  const onSignal = () => {
    if (isStopping) return;
    isStopping = true;
    const cutShort = () => {
      log.warn('stop took too long and was cut short; what was acknowledged is in the journal');
      process.exit(0);
    };
    setTimeout(cutShort, stopWithinMs).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.fatal({ err: error }, 'stop failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}
