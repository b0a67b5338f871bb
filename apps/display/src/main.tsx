import '@okienko/kit/theme.css';
import './styles/board.css';
import './styles/call.css';
import './styles/recent.css';
import './styles/portrait.css';
import { browserMachineClock, connectScreen, createSounds, mountScreen, NoDevicePage } from '@okienko/kit';
import { boardContract, createAnnouncer } from '@okienko/shared';
import { sessionMarkStore } from './markStore.ts';
import { BoardScreen } from './screens/BoardScreen.tsx';

const screen = connectScreen({ contract: boardContract });
if (screen.kind === 'noDevice') {
  mountScreen(<NoDevicePage kind="display" />);
} else {
  const { replica } = screen;
  const sounds = createSounds();
  const marks = sessionMarkStore(sessionStorage);
  const announcer = createAnnouncer({ replica, sounds, machineClock: browserMachineClock, marks });
  mountScreen(<BoardScreen replica={replica} announcer={announcer} sounds={sounds} />);
}
