import { realElectron, startShell } from '@okienko/shell/main';

startShell('counter', realElectron());
