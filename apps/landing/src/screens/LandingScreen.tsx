import { formatTime, ScreenLanguage, splitBranchName, useText } from '@okienko/kit';
import type { Language } from '@okienko/shared';
import type { ReactNode } from 'react';
import { DeviceTable } from '../components/DeviceTable.tsx';
import { TechnicalPage } from '../components/TechnicalPage.tsx';
import { Tour } from '../components/Tour.tsx';
import { useChosenLanguage } from '../language/useChosenLanguage.ts';
import { type DevicesReport, devicesReportSchema } from '../reports/devicesReport.ts';
import { type PrinterReport, printerReportSchema } from '../reports/printerReport.ts';
import { useReport } from '../reports/useReport.ts';

const programAddresses = ['/healthz', '/api/v1/queues', '/api/v1/devices'] as const;

/** The first page: the way through a first try, and every device with its address. */
export function LandingScreen(): ReactNode {
  const [language, chooseLanguage] = useChosenLanguage();
  const { report: devices, problem } = useReport('/api/v1/devices', devicesReportSchema);
  const { report: printer } = useReport('/api/v1/printer/tickets', printerReportSchema);
  return (
    <ScreenLanguage language={language}>
      <TechnicalPage path="/" language={language} onLanguage={chooseLanguage} devices={devices} problem={problem}>
        <main className="landing">
          {devices === null ? <Waiting /> : <Landing devices={devices} printer={printer} language={language} />}
        </main>
      </TechnicalPage>
    </ScreenLanguage>
  );
}

function Waiting(): ReactNode {
  const text = useText();
  return <h1>{text('landing.title')}</h1>;
}

type Properties = {
  readonly devices: DevicesReport;
  readonly printer: PrinterReport | null;
  readonly language: Language;
};

function Landing({ devices, printer, language }: Properties): ReactNode {
  const text = useText();
  const { office } = splitBranchName(devices.branch.name);
  return (
    <>
      <div className="headline">
        <h1>{text('landing.title')}</h1>
        <p>
          {office !== null && <span lang="pl">{office} · </span>}
          {text('landing.runningSince', { time: formatTime(devices.startedAt, devices.timeZone, language) })}
          {devices.isDemo && ` · ${text('landing.demo')}`}
        </p>
      </div>
      <Tour devices={devices} printer={printer} />
      <h2>{text('landing.devices')}</h2>
      <DeviceTable devices={devices} language={language} />
      <p className="tail">
        {text('landing.programs')}{' '}
        {programAddresses.map((address) => (
          <a key={address} href={address}>
            {address}
          </a>
        ))}{' '}
        · {text('landing.description')} · {text('landing.eventNumber', { seq: devices.seq })}
      </p>
    </>
  );
}
