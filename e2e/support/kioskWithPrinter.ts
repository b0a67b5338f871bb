import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BytePipe, type PrinterAddress, tcpPipeOpener } from '@okienko/pipe';
import { parse, type PipeAnswer, type PipeOperation, pipeOperationSchema } from '@okienko/shared';
import type { DeviceClient } from './deviceClient.ts';

const example = join(dirname(fileURLToPath(import.meta.url)), '../../server/examples/pom-bronowice.json');

/** Writes the example branch into `folder`, its kiosk's printer beside the kiosk and a virtual one for anybody. */
export function writeBranchWithKioskPrinter(folder: string): string {
  const file = join(folder, 'kiosk-printer.json');
  const beside = `{ "kind": "device", "deviceId": "kiosk-1" }`;
  const virtual = `{ "id": "virtual", "name": "Papier", "profile": "generic80", "connection": { "kind": "virtual" } }`;
  const changed = readFileSync(example, 'utf8')
    .replace(/"connection": \{\s*"kind": "virtual"\s*\}/, `"connection": ${beside}`)
    .replace(/("printers": \[)/, `$1 ${virtual},`);
  writeFileSync(file, changed);
  return file;
}

/** Plays the window of a kiosk for a test's own client; gives what was asked. */
export function playPrinterBeside(kiosk: DeviceClient, address: PrinterAddress): readonly PipeOperation[] {
  const { asked, carryOut } = printerBeside(address);
  kiosk.socket.on('printer', (message: unknown, answer: (outcome: PipeAnswer) => void) => {
    void carryOut(message).then(answer);
  });
  return asked;
}

/** A window's printer: carries out what a page hands on, at the printer at `address`; rejects what is no operation. */
export function printerBeside(address: PrinterAddress) {
  const asked: PipeOperation[] = [];
  let pipe: BytePipe | null = null;
  const perform = async (operation: PipeOperation): Promise<PipeAnswer> => {
    if (operation.type === 'open') {
      const opening = await tcpPipeOpener(address)(operation.timeoutMs);
      if (opening.kind === 'refused') return { answer: 'refused', problem: opening.problem };
      ({ pipe } = opening);
      return { answer: 'opened' };
    }
    return pipe === null ? { answer: 'lost' } : carryOutOn(pipe, operation);
  };
  return {
    asked,
    carryOut: async (message: unknown): Promise<PipeAnswer> => {
      const operation = parse(pipeOperationSchema, message);
      if (!operation.isValid) throw new Error(`${operation.path}: ${operation.problem}`);
      asked.push(operation.value);
      return perform(operation.value);
    },
  };
}

async function carryOutOn(pipe: BytePipe, operation: Exclude<PipeOperation, { type: 'open' }>): Promise<PipeAnswer> {
  switch (operation.type) {
    case 'write':
      return { answer: await pipe.write(Buffer.from(operation.bytes, 'base64'), operation.timeoutMs) };
    case 'read': {
      const reading = await pipe.read(operation.timeoutMs);
      if (reading.kind !== 'bytes') return { answer: reading.kind };
      return { answer: 'bytes', bytes: Buffer.from(reading.bytes).toString('base64') };
    }
    case 'finish':
      return { answer: 'finished', isWhole: await pipe.finish(operation.timeoutMs) };
    case 'destroy':
      pipe.destroy();
      return { answer: 'finished', isWhole: false };
  }
}
