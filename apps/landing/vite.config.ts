import { viteApp } from '../../tools/viteApp.mjs';

export default viteApp('landing', {
  texts: ['landing.', 'printer.', 'kit.', 'ticket.wait.'],
  pages: ['index.html', 'printer/index.html'],
});
