import { keepShortWords, ScreenLanguage, useText } from '@okienko/kit';
import type { PretendedFault } from '@okienko/shared';
import { type ReactNode, useState } from 'react';
import { DeviceLight } from '../components/DeviceLight.tsx';
import { TechnicalPage } from '../components/TechnicalPage.tsx';
import { printerState } from '../deviceState.ts';
import { useChosenLanguage } from '../language/useChosenLanguage.ts';
import { FaultSwitches } from '../printer/FaultSwitches.tsx';
import { pretendFault } from '../printer/pretendFault.ts';
import { Strips } from '../printer/Strips.tsx';
import { devicesReportSchema } from '../reports/devicesReport.ts';
import { type PrinterReport, printerReportSchema } from '../reports/printerReport.ts';
import { useReport } from '../reports/useReport.ts';

/** The virtual printer: what it pretends, and the last strips as it printed them. */
export function PrinterScreen(): ReactNode {
  const [language, chooseLanguage] = useChosenLanguage();
  const { report: devices, problem: devicesProblem } = useReport('/api/v1/devices', devicesReportSchema);
  const { report, problem, readNow } = useReport('/api/v1/printer/tickets', printerReportSchema);
  const [refusal, setRefusal] = useState<string | null>(null);
  const pretend = async (fault: PretendedFault) => {
    setRefusal(await pretendFault(fault));
    readNow();
  };
  return (
    <ScreenLanguage language={language}>
      <TechnicalPage
        path="/printer/"
        language={language}
        onLanguage={chooseLanguage}
        devices={devices}
        problem={problem ?? refusal ?? devicesProblem}
      >
        <main className="printer">
          <Switches report={report} onPretend={(fault) => void pretend(fault)} />
          {report !== null && devices !== null && (
            <Strips strips={report.tickets} timeZone={devices.timeZone} language={language} />
          )}
        </main>
      </TechnicalPage>
    </ScreenLanguage>
  );
}

type Properties = { readonly report: PrinterReport | null; readonly onPretend: (fault: PretendedFault) => void };

function Switches({ report, onPretend }: Properties): ReactNode {
  const text = useText();
  const port = report?.port ?? null;
  const fault = report === null || port === null ? null : report.fault;
  return (
    <section className="printer-state" data-testid="printer-state" data-fault={fault ?? undefined}>
      <h1>{text('printer.title')}</h1>
      <p className="state">
        <DeviceLight state={printerState(report)} />
        {fault !== null && <span>{keepShortWords(text('printer.effectNow', { fault }))}</span>}
      </p>
      {fault !== null && (
        <>
          <h2>{text('printer.pretend')}</h2>
          <FaultSwitches fault={fault} onPretend={onPretend} />
        </>
      )}
      {port !== null && (
        <p className="tail">{keepShortWords(text('printer.listens', { address: `127.0.0.1:${port}` }))}</p>
      )}
    </section>
  );
}
