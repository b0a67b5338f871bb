import { useText } from '@okienko/kit';
import type { ReactNode } from 'react';
import { useConfiguration, usePage } from '../console/Page.tsx';
import { alarmKeyOf, mostUrgentFirst } from '../desk/alarmOrder.ts';
import { alarmWords } from '../words/alarmWords.ts';
import { Notice } from './Notice.tsx';

/** The faults that last, each until it is mended; the page has room for `limit` of them, and says how many more. */
export function AlarmNotices({ limit }: { readonly limit: number }): ReactNode {
  const text = useText();
  const { state, language } = usePage();
  const { timeZone } = useConfiguration().branch;
  const alarms = mostUrgentFirst(state.figures?.alarms ?? []);
  const shown = alarms.slice(0, limit);
  const moreCount = alarms.length - shown.length;
  return shown.map((alarm, index) => (
    <Notice key={alarmKeyOf(alarm)} testId="alarm">
      {alarmWords(alarm, { timeZone, language, text })}
      {index === shown.length - 1 && moreCount > 0 && <b> {text('counter.alarm.more', { count: moreCount })}</b>}
    </Notice>
  ));
}
