import { idSchemas } from '@okienko/shared';
import type { IssuedTicket, IssueTicket } from '../journey.ts';

const serviceId = idSchemas.service.parse('dowod-wniosek');

/** The press for an identity card's application, in Ukrainian: another language than the kiosk begins in. */
export const exampleCommand: IssueTicket = {
  type: 'IssueTicket',
  serviceId,
  priorityClass: idSchemas.priorityClass.parse('ordinary'),
  language: 'uk',
};

/** The id of that press. */
export const exampleCommandId = idSchemas.clientCommand.parse('01900000-0000-7000-8000-000000000001');

/** What that press was answered with: three people ahead, and paper on its way. */
export const exampleTicket: IssuedTicket = {
  type: 'ticketIssued',
  ticketId: idSchemas.ticket.parse('01900000-0000-7000-8000-000000000002'),
  ticketNumber: idSchemas.ticketNumber.parse('D046'),
  serviceId,
  peopleAhead: 3,
  waitRange: { fromMinutes: 15, toMinutes: 25 },
  counterIds: [],
  printJobId: idSchemas.job.parse('01900000-0000-7000-8000-000000000003'),
  followUrl: null,
};
