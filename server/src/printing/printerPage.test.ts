import { readFileSync } from 'node:fs';
import { type Configuration, configurationSchema, idSchemas, instantOf } from '@okienko/shared';
import { translatorOf } from '@okienko/shared/text';
import { expect, it, onTestFinished } from 'vitest';
import { processClock } from '../clocks.ts';
import { openBranchPrinters } from './branchPrinters.ts';
import { renderEscpos } from './escposRenderer.ts';
import { printerPageOf } from './printerPage.ts';
import { printerProfileOf } from './printerProfiles.ts';
import { ticketLayout } from './ticketLayout.ts';

const file = new URL('../../examples/pom-bronowice.json', import.meta.url);
const example: Configuration = configurationSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
const printerId = idSchemas.printer.parse('kiosk-1-printer');

it('given a printer for 58 mm paper, when it printed, then its page draws strips of that width', async () => {
  const profile = printerProfileOf('generic58');
  const printers = await openBranchPrinters({
    configuration: { ...example, printers: example.printers.map((each) => ({ ...each, profile: profile.name })) },
    instead: new Map(),
    now: () => instantOf(0),
    machineClock: processClock,
    onUnreachable: () => undefined,
  });
  onTestFinished(() => printers.close());
  const facts = {
    placeName: [],
    ticketNumber: 'D046',
    serviceName: 'Rejestracja pojazdu',
    isPriority: false,
    language: 'pl' as const,
    peopleAhead: null,
    waitRange: null,
    counterLabels: [],
    bring: [],
    issuedAtText: { date: '24.11.2026', time: '14:05' },
    closesAtText: null,
    followUrl: null,
    copy: null,
  };
  const bytes = renderEscpos(ticketLayout(facts, profile, translatorOf('pl')), profile, 'pl');
  await printers.printerOf(printerId)?.port.print({ jobId: 'j1', compose: () => bytes });
  await expect
    .poll(() => printerPageOf(printers).report())
    .toMatchObject({ tickets: [{ drawing: { widthDots: 384, title: 'D046' } }] });
});
