import { useText } from '@okienko/kit';
import type { ReactNode } from 'react';
import { useConfiguration, usePage } from '../console/Page.tsx';
import { alarmWords } from '../words/alarmWords.ts';
import { Notice } from './Notice.tsx';

/** The faults that last, each until it is mended. */
export function AlarmNotices(): ReactNode {
  const text = useText();
  const { state, language } = usePage();
  const { timeZone } = useConfiguration().branch;
  return state.figures?.alarms.map((alarm) => (
    <Notice key={`${alarm.kind} ${alarm.since}`} testId="alarm">
      {alarmWords(alarm, { timeZone, language, text })}
    </Notice>
  ));
}
