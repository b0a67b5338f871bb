import { accentStyle, ServiceName, ServiceTile, useText } from '@okienko/kit';
import { textIn } from '@okienko/shared';
import type { ReactNode } from 'react';
import { useConfiguration, usePage } from '../console/Page.tsx';
import type { WaitingGroup } from '../desk/findDesk.ts';

/** The services of this counter while nobody waits for them. */
export function EmptyServices({ waiting }: { readonly waiting: readonly WaitingGroup[] }): ReactNode {
  const text = useText();
  const { language } = usePage();
  const { serviceGroups } = useConfiguration();
  return (
    <table className="zero">
      <thead>
        <tr>
          <th scope="col" colSpan={2}>
            {text('counter.list.service')}
          </th>
          <th scope="col">{text('counter.list.waiting')}</th>
          <th scope="col">{text('counter.list.target')}</th>
        </tr>
      </thead>
      <tbody>
        {waiting.map(({ service, tickets }) => (
          <tr key={service.id} style={accentStyle(serviceGroups, service.group, 'light')}>
            <td>
              <ServiceTile letter={service.letter} groupId={service.group} />
            </td>
            <td>
              <ServiceName name={textIn(service.name, language)} />
            </td>
            <td>
              <b>{tickets.length}</b>
            </td>
            <td>{text('counter.minutes', { minutes: service.targetWaitMinutes })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How many wait for each service, by letter: the dock's short form of the list. */
export function LetterCounts({ waiting }: { readonly waiting: readonly WaitingGroup[] }): ReactNode {
  const { language } = usePage();
  const { serviceGroups } = useConfiguration();
  return (
    <ul className="counts">
      {waiting.map(({ service, tickets }) => (
        <li key={service.id} style={accentStyle(serviceGroups, service.group, 'light')}>
          <ServiceTile letter={service.letter} groupId={service.group} />
          <span className="sr-only">{textIn(service.name, language)}</span>
          {tickets.length}
        </li>
      ))}
    </ul>
  );
}
