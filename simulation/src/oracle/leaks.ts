/** What no board may hear of, and no kiosk: words that would stand in its messages. */
const hiddenFrom: Readonly<Record<'hall' | 'kiosk' | 'counter', readonly RegExp[]>> = {
  hall: [
    /"ticketId"/,
    /"clerkId"/,
    /"commandId"/,
    /pinHash/,
    /"clerks"/,
    /"priorityClass/,
    /priorityReasons/,
    /"print/,
  ],
  kiosk: [/"clerkId"/, /pinHash/, /"clerks"/, /"waitingSince"/, /"reason":\{/],
  counter: [/pinHash/, /priorityReasons/, /"pin"/, /"scrypt:/],
};

/** Something in a message that its device's audience may not know, or null. */
export function leakIn(deviceId: string, text: string): string | null {
  const audience = deviceId.startsWith('hall') ? 'hall' : deviceId.startsWith('kiosk') ? 'kiosk' : 'counter';
  const leak = hiddenFrom[audience].find((pattern) => pattern.test(text));
  return leak === undefined ? null : `${leak.source} in ${text.slice(0, 200)}`;
}
