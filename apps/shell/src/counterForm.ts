import type { Rectangle, ShellScreen } from './electronFacade.ts';

/** The counter's two sizes: a strip beside the official registers, or the whole console. */
export type CounterForm = 'strip' | 'full';

/** In CSS pixels, as the page is drawn (look: counter-strip). */
export const stripSize = { width: 360, height: 120 } as const;

/** Where the counter's window stands: the strip in the lower right corner above the taskbar, the console on all of it. */
export function boundsOfForm(form: CounterForm, { workArea }: ShellScreen): Rectangle {
  if (form === 'full') return workArea;
  return {
    x: workArea.x + workArea.width - stripSize.width,
    y: workArea.y + workArea.height - stripSize.height,
    ...stripSize,
  };
}
