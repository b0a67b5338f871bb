/** Seeds that found something once, in the server or in the simulation itself; they are lived again at each test. */
export const pinnedSeeds: readonly { readonly seed: number; readonly found: string }[] = [
  { seed: 171, found: 'a second restore before the first ever ran gave numbers out twice' },
  { seed: 48, found: 'a restore counted the newest lost day only, and a wrong clock had begun another' },
];
