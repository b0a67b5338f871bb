export { realElectron } from './realElectron.ts';
export { startShell } from './startShell.ts';
