import { connectScreen, createSounds, mountScreen, NoDevicePage, ScreenLanguage } from '@okienko/kit';
import '@okienko/kit/theme.css';
import { counterContract } from '@okienko/shared';
import { translatorOf } from '@okienko/shared/text';
import { PageProvider } from './console/Page.tsx';
import { languageOfAddress } from './languageOfAddress.ts';
import { CounterScreen } from './screens/CounterScreen.tsx';
import './styles/console.css';

const language = languageOfAddress(location.search);
const screen = connectScreen({ contract: counterContract });
document.documentElement.lang = language;
document.title = translatorOf(language)('counter.document.title');

mountScreen(
  <ScreenLanguage language={language}>
    {screen.kind === 'noDevice' ? (
      <NoDevicePage kind="counter" />
    ) : (
      <PageProvider screen={screen} language={language} sounds={createSounds()}>
        <CounterScreen />
      </PageProvider>
    )}
  </ScreenLanguage>,
);
