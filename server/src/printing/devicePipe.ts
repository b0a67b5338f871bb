import type { BytePipe, OpenPipe, Opening, Writing } from '@okienko/pipe';
import {
  type KioskPrinterLink,
  parse,
  type PipeAnswer,
  pipeAnswerSchema,
  type PipeOperation,
  pipePieceBytes,
} from '@okienko/shared';

/** The pages of a kiosk that are connected now, the newest first. */
export type KioskPrinterLinks = () => readonly KioskPrinterLink[];

type Ask = (operation: PipeOperation, timeoutMs: number) => Promise<PipeAnswer>;

/** Beyond the operation's own time, for the way to the kiosk and back. */
const wayMs = 1_000;
const lost: PipeAnswer = { answer: 'lost' };

/**
 * Opens connections to the printer beside a kiosk, through the kiosk's own session. Of several pages the newest that
 * has a printer is taken, and a connection stays with its page. Problems: what the kiosk says, or `notConnected`.
 *
 * No answer in time counts as a lost connection, as does one that does not parse: what was sent is then unknown.
 */
export function devicePipeOpener(links: KioskPrinterLinks): OpenPipe {
  let connections = 0;
  return async (timeoutMs) => {
    let problem = 'notConnected';
    for (const link of links()) {
      connections += 1;
      const connectionId = connections;
      const ask = asking(link);
      const opened = await ask({ type: 'open', connectionId, timeoutMs }, timeoutMs);
      if (opened.answer === 'opened') return { kind: 'open', pipe: pipeOf(connectionId, ask) } satisfies Opening;
      problem = opened.answer === 'refused' ? opened.problem : 'noAnswer';
    }
    return { kind: 'refused', problem };
  };
}

function asking(link: KioskPrinterLink): Ask {
  return async (operation, timeoutMs) => {
    const parsed = parse(pipeAnswerSchema, await link.ask(operation, timeoutMs + wayMs));
    return parsed.isValid ? parsed.value : lost;
  };
}

function pipeOf(connectionId: number, ask: Ask): BytePipe {
  return {
    async write(bytes, timeoutMs): Promise<Writing> {
      for (let offset = 0; offset < bytes.length; offset += pipePieceBytes) {
        const piece = Buffer.from(bytes.subarray(offset, offset + pipePieceBytes)).toString('base64');
        const { answer } = await ask({ type: 'write', connectionId, timeoutMs, bytes: piece }, timeoutMs);
        if (answer !== 'written') return answer === 'stalled' ? 'stalled' : 'lost';
      }
      return 'written';
    },
    async read(timeoutMs) {
      const answered = await ask({ type: 'read', connectionId, timeoutMs }, timeoutMs);
      if (answered.answer === 'bytes') return { kind: 'bytes', bytes: Buffer.from(answered.bytes, 'base64') };
      return { kind: answered.answer === 'silence' ? 'silence' : 'lost' };
    },
    async finish(timeoutMs) {
      const answered = await ask({ type: 'finish', connectionId, timeoutMs }, timeoutMs);
      return answered.answer === 'finished' && answered.isWhole;
    },
    destroy: () => void ask({ type: 'destroy', connectionId }, 0),
  };
}
