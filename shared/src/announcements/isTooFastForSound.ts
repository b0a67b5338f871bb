/** Business milliseconds in a real one above which calls follow each other faster than a chime sounds. */
const fastestSoundRate = 10;

/** Whether a replayed day runs too fast for sound: its board is mute, and says so. */
export function isTooFastForSound(clockRate: number): boolean {
  return clockRate > fastestSoundRate;
}
