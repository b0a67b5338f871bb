import { useText } from '@okienko/kit';
import { type PretendedFault, pretendedFaults } from '@okienko/shared';
import type { ReactNode } from 'react';

type Properties = { readonly fault: PretendedFault; readonly onPretend: (fault: PretendedFault) => void };

const playable = pretendedFaults.filter((fault) => fault !== 'none');

/** What the printer pretends: one fault at a time, each with what it does. */
export function FaultSwitches({ fault, onPretend }: Properties): ReactNode {
  const text = useText();
  return (
    <ul className="switches">
      {playable.map((one) => {
        const isOn = fault === one;
        return (
          <li key={one}>
            <button
              type="button"
              aria-pressed={isOn}
              data-testid={`pretend-${one}`}
              onClick={() => onPretend(isOn ? 'none' : one)}
            >
              <i aria-hidden="true" />
              <span>
                <b>{text(`printer.fault.${one}.title`)}</b>
                {text(`printer.fault.${one}.effect`)}
              </span>
              <em aria-hidden="true">{text(isOn ? 'printer.yes' : 'printer.no')}</em>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
