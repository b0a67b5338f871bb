/** How many letters of a service's name fit beside the counts in a strip of 360 px, in two lines. */
const lettersBesideCounts = 32;

/** Whether a service's name needs the whole width of the strip: what does not fit is laid out anew, never cut. */
export function needsWholeWidth(serviceName: string): boolean {
  return serviceName.length > lettersBesideCounts;
}
