import '@okienko/kit/theme.css';
import './styles/technical.css';
import './styles/landing.css';
import { mountScreen } from '@okienko/kit';
import { LandingScreen } from './screens/LandingScreen.tsx';

mountScreen(<LandingScreen />);
