import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyHelmet from '@fastify/helmet';
import fastifyRateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import { z } from 'zod';
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Epoch, type Instant, type JournalId, type PretendedFault, pretendedFaults } from '@okienko/shared';
import type { BranchEngine } from '../engine/branchEngine.ts';
import type { DeviceRegistry } from './deviceRegistry.ts';
import { devicesReport } from './devicesReport.ts';
import { isLoopbackHost, isOwnOrigin } from './loopback.ts';
import { queuesReport } from './queuesReport.ts';

/** What `/printer/` shows and plays with, as the printing part offers it. */
export type PrinterPage = {
  readonly report: () => unknown;
  /** Plays a fault; false where there is no virtual printer to play it. */
  readonly pretend: (fault: PretendedFault) => Promise<boolean>;
};

/** What `GET /metrics` answers, as the metrics part offers it. */
export type MetricsPage = {
  readonly contentType: string;
  /** Everything measured so far, read now. */
  readonly text: () => Promise<string>;
};

/** One answered request; `route` is null where no address matched. */
export type AnsweredRequest = {
  readonly method: string;
  readonly route: string | null;
  readonly status: number;
  readonly durationMs: number;
};

/** The pages and addresses of one server, not listening yet. */
export type HttpGateway = FastifyInstance;

export type HttpParts = {
  readonly engine: BranchEngine;
  readonly journalId: JournalId;
  readonly epoch: Epoch;
  readonly startedAt: Instant;
  readonly devices: DeviceRegistry;
  readonly printerPage: PrinterPage;
  readonly metrics: MetricsPage;
  /** The folder of the built pages, one folder an app. */
  readonly webFolder: string;
  /** Told of every request by the pattern of its address, which is without what the caller put into it. */
  readonly onAnswered: (answered: AnsweredRequest) => void;
  /** Told of what went wrong inside; the caller is only told that it did. */
  readonly onFault: (error: unknown) => void;
};

const pages = [
  { prefix: '/kiosk/', app: 'kiosk' },
  { prefix: '/counter/', app: 'counter' },
  { prefix: '/display/', app: 'display' },
  { prefix: '/', app: 'landing' },
] as const;

/**
 * The pages and the small HTTP interface of docs/API.md, ready to listen.
 *
 * Everything is same-origin and addressed to loopback; other names and origins are refused, because devices are not
 * enrolled yet.
 */
export async function buildHttpGateway(parts: HttpParts): Promise<HttpGateway> {
  const app = Fastify({ logger: false, bodyLimit: 1_024, forceCloseConnections: true });
  await app.register(fastifyHelmet, helmetOptions);
  await app.register(fastifyRateLimit, { max: 1_200, timeWindow: '1 minute' });
  app.addHook('onRequest', refuseStrangers);
  app.addHook('onResponse', async ({ method, routeOptions }, { statusCode: status, elapsedTime: durationMs }) => {
    parts.onAnswered({ method, route: routeOptions.url ?? null, status, durationMs });
  });
  app.setErrorHandler((error: Pick<FastifyError, 'statusCode' | 'message'>, _request, reply) => {
    const { statusCode = 500, message } = error;
    if (statusCode < 500) return reply.code(statusCode).send({ error: 'refused', problem: message });
    parts.onFault(error);
    return reply.code(statusCode).send({ error: 'fault' });
  });
  addHealth(app, parts);
  addReports(app, parts);
  addPrinter(app, parts.printerPage);
  addMetrics(app, parts.metrics);
  for (const { prefix, app: name } of pages) {
    const root = join(parts.webFolder, name);
    if (!existsSync(root)) continue;
    await app.register(fastifyStatic, { root, prefix, decorateReply: false, redirect: true, dotfiles: 'ignore' });
    if (prefix !== '/') app.get(prefix.slice(0, -1), (request, reply) => reply.redirect(withSlash(request.url), 301));
  }
  return app;
}

/** `/kiosk?device=kiosk-1` typed by hand means the page below it. */
function withSlash(address: string): string {
  return address.replace(/^(\/\w+)/, '$1/');
}

const helmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      mediaSrc: ["'self'", 'blob:'],
      connectSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  // Loopback is plain HTTP: a browser that is told to insist on HTTPS could not come back.
  strictTransportSecurity: false,
} as const;

async function refuseStrangers(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { host, origin } = request.headers;
  if (isLoopbackHost(host) && isOwnOrigin(origin, host)) return;
  await reply
    .code(403)
    .send({ error: 'forbidden', reason: 'This server answers only to its own pages on this machine.' });
}

function addHealth(app: FastifyInstance, { engine, journalId, epoch }: HttpParts): void {
  app.get('/healthz', async (_request, reply) => {
    const seq = engine.query(({ state }) => state.seq);
    const fault = engine.fault();
    if (fault === null) return { status: 'ok', journalId, epoch, seq };
    return reply.code(503).send({ status: 'fault', reason: fault.problem, since: fault.since, journalId, epoch, seq });
  });
}

function addReports(app: FastifyInstance, { engine, devices, startedAt }: HttpParts): void {
  app.get('/api/v1/queues', async (request, reply) => {
    const report = engine.query(({ state, now, opening }) => queuesReport(state, now, opening));
    // The time of the question is no change: the tag covers only what the queues are.
    const tag = `"${createHash('sha256')
      .update(JSON.stringify({ ...report, at: 0 }))
      .digest('base64url')}"`;
    void reply.header('etag', tag).header('cache-control', 'no-cache');
    return request.headers['if-none-match'] === tag ? reply.code(304).send() : report;
  });
  app.get('/api/v1/devices', async () => engine.query((reading) => devicesReport(reading, devices, startedAt)));
}

function addMetrics(app: FastifyInstance, metrics: MetricsPage): void {
  app.get('/metrics', async (_request, reply) => {
    void reply.header('content-type', metrics.contentType).header('cache-control', 'no-store');
    return metrics.text();
  });
}

function addPrinter(app: FastifyInstance, printerPage: PrinterPage): void {
  const pretendSchema = z.strictObject({ fault: z.enum(pretendedFaults) });
  app.get('/api/v1/printer/tickets', async () => printerPage.report());
  app.post('/api/v1/printer/pretend', async (request, reply) => {
    const body = pretendSchema.safeParse(request.body);
    if (!body.success) {
      const [issue] = body.error.issues;
      return reply.code(400).send({ error: 'malformed', path: issue?.path.join('.') ?? '', problem: issue?.message });
    }
    if (!(await printerPage.pretend(body.data.fault))) return reply.code(409).send({ error: 'noVirtualPrinter' });
    return reply.code(204).send();
  });
}
