import { exposeBridge, realPreload } from '@okienko/shell/preload';

exposeBridge('counter', realPreload);
