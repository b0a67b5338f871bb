import { viteApp } from '../../tools/viteApp.mjs';

export default viteApp('display', { texts: ['board.', 'kit.', 'ticket.wait.'] });
