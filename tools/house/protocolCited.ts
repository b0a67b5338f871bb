import { isCode } from './codeModule.ts';
import type { Finding, HouseRule } from './houseRule.ts';

const protocolPath = 'docs/PROTOCOL.md';

const proofName = /\.test\.tsx?$|Contract\.ts$/;

/** Each numbered rule of the protocol is cited by a test, once defined, and no code cites a rule that is not there. */
export const protocolCited: HouseRule = {
  name: 'protocol rules cited',
  find({ files }) {
    const defined = [...(files.get(protocolPath) ?? '').matchAll(/\*\*(P-\d+)\*\*/g)].map((match) => match[1] ?? '');
    const citing = [...files].filter(([path]) => isCode(path) && !path.startsWith('tools/'));
    const proven = new Set(citing.filter(([path]) => proofName.test(path)).flatMap(([, text]) => citedIn(text)));
    const twice = defined.filter((rule, index) => defined.indexOf(rule) !== index);
    return [
      ...[...new Set(defined)].filter((rule) => !proven.has(rule)).map((rule) => atProtocol(`no test cites ${rule}`)),
      ...twice.map((rule) => atProtocol(`${rule} is defined twice`)),
      ...citing.flatMap(([path, text]) =>
        [...new Set(citedIn(text))]
          .filter((rule) => !defined.includes(rule))
          .map((rule) => ({ path, message: `cites ${rule}, which ${protocolPath} does not have` })),
      ),
    ];
  },
};

function citedIn(text: string): readonly string[] {
  return [...text.matchAll(/\bP-\d+\b/g)].map(([rule]) => rule);
}

function atProtocol(message: string): Finding {
  return { path: protocolPath, message };
}
