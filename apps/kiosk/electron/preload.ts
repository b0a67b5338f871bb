import { exposeBridge, realPreload } from '@okienko/shell/preload';

exposeBridge('kiosk', realPreload);
