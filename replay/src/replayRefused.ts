/** What was asked for cannot be replayed: one clear sentence for whoever typed it. */
export class ReplayRefused extends Error {
  override readonly name = 'ReplayRefused';
}
