import { DemoLabel, formatTime, OfficeMark, splitBranchName, SquareIcon, useText } from '@okienko/kit';
import type { Language } from '@okienko/shared';
import type { ReactNode } from 'react';
import { withLanguage } from '../language/useChosenLanguage.ts';
import type { DevicesReport } from '../reports/devicesReport.ts';
import { LanguageChoice } from './LanguageChoice.tsx';

const pages = [
  { path: '/', title: 'landing.nav.screens' },
  { path: '/printer/', title: 'landing.nav.printer' },
] as const;

type Properties = {
  readonly path: (typeof pages)[number]['path'];
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly devices: DevicesReport | null;
  /** Why the newest report could not be read; the page goes on with the last one and says so. */
  readonly problem: string | null;
  readonly children: ReactNode;
};

/** A page for whoever sets the point up: the place, the pages with their addresses, languages, clock. */
export function TechnicalPage({ path, language, onLanguage, devices, problem, children }: Properties): ReactNode {
  const text = useText();
  return (
    <div className="technical">
      <header className="technical-head board-theme">
        <OfficeMark ground="dark" />
        <b lang="pl">{devices === null ? text('landing.title') : splitBranchName(devices.branch.name).place}</b>
        <nav aria-label={text('landing.nav.label')}>
          {pages.map((page) => (
            <a
              key={page.path}
              href={withLanguage(page.path, language)}
              aria-current={page.path === path ? 'page' : undefined}
            >
              {text(page.title)} <span>{page.path}</span>
            </a>
          ))}
        </nav>
        {devices?.isDemo === true && <DemoLabel />}
        <LanguageChoice language={language} onLanguage={onLanguage} />
        {devices !== null && <time>{formatTime(devices.now, devices.timeZone, language)}</time>}
      </header>
      {problem !== null && (
        <div className="banner" role="alert">
          <SquareIcon />
          <b>{text('landing.unreadable')}</b>
          <span>{problem}</span>
        </div>
      )}
      {children}
    </div>
  );
}
