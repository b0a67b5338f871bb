export { exposeBridge } from './exposeBridge.ts';
export { realPreload } from './realPreload.ts';
