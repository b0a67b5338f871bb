import {
  type KioskConfiguration,
  type Language,
  type PriorityClassId,
  required,
  type ServiceId,
} from '@okienko/shared';
import type { IssueTicket } from './journey.ts';

type Order = { readonly serviceId: ServiceId; readonly reasonId: string | null; readonly language: Language };

/**
 * The command for one ticket. The reason for priority is health data: here it becomes its priority class, and only
 * the class leaves the kiosk.
 */
export function issueCommandOf(
  configuration: KioskConfiguration,
  { serviceId, reasonId, language }: Order,
): IssueTicket {
  return { type: 'IssueTicket', serviceId, priorityClass: classOf(configuration, reasonId), language };
}

function classOf({ ordinaryClass, priorityReasons }: KioskConfiguration, reasonId: string | null): PriorityClassId {
  if (reasonId === null) return ordinaryClass;
  const reason = priorityReasons.find(({ id }) => id === reasonId);
  return required(reason, 'the chosen reason').priorityClass;
}
