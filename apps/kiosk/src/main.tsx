import '@okienko/kit/theme.css';
import './styles/kiosk.css';
import {
  browserMachineClock,
  browserStore,
  connectScreen,
  createSounds,
  mountScreen,
  NoDevicePage,
} from '@okienko/kit';
import { kioskContract } from '@okienko/shared';
import { guardGestures } from './guardGestures.ts';
import { KioskApp } from './KioskApp.tsx';
import { soundTheKiosk } from './kioskSounds.ts';
import { createKioskStore } from './kioskStore.ts';
import { ticketKeeper } from './keptTicket.ts';
import { printerBeside } from './printerBeside.ts';
import { watchTouches } from './watchTouches.ts';

// Two kiosks opened in one browser must not settle each other's presses.
const device = new URLSearchParams(location.search).get('device') ?? '';
const screen = connectScreen({
  contract: kioskContract,
  store: browserStore(`okienko.pending.${device}`),
  answerPrinter: printerBeside(window.okienkoShell, (problem) => console.error(problem)),
});

if (screen.kind === 'noDevice') mountScreen(<NoDevicePage kind="kiosk" />);
else {
  const { deviceId, replica, sender } = screen;
  const keeper = ticketKeeper({
    storage: () => localStorage,
    storageKey: `okienko.ticket.${device}`,
    wallNowMs: Date.now,
    report: (problem) => console.error(problem),
  });
  const store = createKioskStore({ replica, sender, machineClock: browserMachineClock, keeper });
  guardGestures(document);
  watchTouches(document, store);
  soundTheKiosk(document, store, createSounds);
  mountScreen(<KioskApp {...{ deviceId, replica, sender, store }} />);
}
