import { realElectron, startShell } from '@okienko/shell/main';

startShell('kiosk', realElectron());
