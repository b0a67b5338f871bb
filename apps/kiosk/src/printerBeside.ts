import type { AnswerPrinter } from '@okienko/kit';

/** What the kiosk's own window offers besides its kind and version; a browser offers nothing. */
type Bridge = { readonly printer?: AnswerPrinter };

declare global {
  interface Window {
    readonly okienkoShell?: Bridge;
  }
}

/**
 * Hands what the server asks of the printer beside this kiosk to the window that holds the page, unread: the window
 * checks it. A page in a plain browser has no such window and says `noBridge`, so that the ticket's paper fails at once.
 */
export function printerBeside(bridge: Bridge | undefined, report: (problem: unknown) => void): AnswerPrinter {
  return async (operation) => {
    const ask = bridge?.printer;
    if (ask === undefined) {
      report('the server prints through this kiosk, which is not in its own window: no printer');
      return { answer: 'refused', problem: 'noBridge' };
    }
    try {
      return await ask(operation);
    } catch (error) {
      report(error);
      return { answer: 'lost' };
    }
  };
}
