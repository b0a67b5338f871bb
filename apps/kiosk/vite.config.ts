import { viteApp } from '../../tools/viteApp.mjs';

export default viteApp('kiosk');
