import { commandEnvelopeSchema, idSchemas, required } from '@okienko/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { issueCommandOf } from './issueCommand.ts';
import { exampleConfiguration } from './testing/exampleConfiguration.ts';

const { priorityReasons, services, ordinaryClass } = exampleConfiguration;

describe('the command for a ticket', () => {
  it('given a reason for priority, then the command carries its class and never the reason', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...priorityReasons),
        fc.constantFrom(...services),
        fc.constantFrom('pl', 'en', 'uk'),
        (reason, service, language) => {
          const command = issueCommandOf(exampleConfiguration, {
            serviceId: service.id,
            reasonId: reason.id,
            language,
          });
          expect(command).toEqual({
            type: 'IssueTicket',
            serviceId: service.id,
            priorityClass: reason.priorityClass,
            language,
          });
          const sent = JSON.stringify(command);
          for (const { id, name } of priorityReasons) {
            expect(sent).not.toContain(id);
            expect(sent).not.toContain(name.pl);
          }
        },
      ),
    );
  });

  it('given no reason, then the ordinary class', () => {
    const { id: serviceId } = required(services[0], 'a service');
    const command = issueCommandOf(exampleConfiguration, { serviceId, reasonId: null, language: 'pl' });
    expect(command.priorityClass).toBe(ordinaryClass);
  });

  it('given a reason smuggled into the envelope, then the wire itself refuses it', () => {
    const { id: serviceId } = required(services[0], 'a service');
    const command = issueCommandOf(exampleConfiguration, { serviceId, reasonId: null, language: 'pl' });
    const envelope = {
      protocolVersion: 1,
      commandId: idSchemas.clientCommand.parse('01900000-0000-7000-8000-000000000001'),
      ageMs: 0,
      command: { ...command, reasonId: 'secret-reason-one' },
    };
    expect(commandEnvelopeSchema.safeParse(envelope).success).toBe(false);
  });
});
