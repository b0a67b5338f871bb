/** The printer of this computer, as the start's arguments name it. */
export type PrinterTarget =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'file'; readonly path: string };

const tcpForm = /^tcp:\/\/([^/:\s]+|\[[0-9a-fA-F:]+\]):([0-9]{1,5})$/;
const fileForm = /^\/dev\/[\w./-]+$/;

/** Reads `tcp://host:port` or a device file such as `/dev/usb/lp0`; null for anything else. */
export function parsePrinterTarget(text: string): PrinterTarget | null {
  if (fileForm.test(text)) return { kind: 'file', path: text };
  const [, host, digits] = tcpForm.exec(text) ?? [];
  const port = Number(digits);
  if (host === undefined || !(port >= 1 && port <= 65_535)) return null;
  return { kind: 'tcp', host: host.replace(/^\[|\]$/g, ''), port };
}
