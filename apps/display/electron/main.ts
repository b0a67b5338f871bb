import { realElectron, startShell } from '@okienko/shell/main';

startShell('display', realElectron());
