import { exposeBridge, realPreload } from '@okienko/shell/preload';

exposeBridge('display', realPreload);
