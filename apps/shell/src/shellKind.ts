/** The three apps: one per device that stands in a service point. */
export type ShellKind = 'kiosk' | 'counter' | 'display';
