import { useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod/mini';
import { readReport } from './readReport.ts';

const everyMs = 2_000;

/** The newest report that could be read, and what is wrong where the last try could not. */
export type ReportState<Report> = { readonly report: Report | null; readonly problem: string | null };

/**
 * Reads a report again and again, every two seconds; `readNow` does so at once. A report that cannot be read leaves
 * the last one standing beside the problem.
 */
export function useReport<Schema extends z.ZodMiniType>(
  path: string,
  schema: Schema,
): ReportState<z.output<Schema>> & { readonly readNow: () => void } {
  const [state, setState] = useState<ReportState<z.output<Schema>>>({ report: null, problem: null });
  const latestRead = useRef(0);

  const readNow = useCallback(() => {
    latestRead.current += 1;
    const read = latestRead.current;
    void readReport(path, schema).then((parsed) => {
      // An answer that a newer question has overtaken would show an older state.
      if (read !== latestRead.current) return;
      setState((before) =>
        parsed.isValid
          ? { report: parsed.value, problem: null }
          : { ...before, problem: `${parsed.path}: ${parsed.problem}` },
      );
    });
  }, [path, schema]);

  useEffect(() => {
    readNow();
    const timer = setInterval(readNow, everyMs);
    return () => clearInterval(timer);
  }, [readNow]);

  return { ...state, readNow };
}
