import '@okienko/kit/theme.css';
import './styles/technical.css';
import './styles/printer.css';
import { mountScreen } from '@okienko/kit';
import { PrinterScreen } from './screens/PrinterScreen.tsx';

mountScreen(<PrinterScreen />);
