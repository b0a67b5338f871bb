import { idSchemas, parse, required } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { callSigns } from './callSigns.ts';
import { callOf, configuration } from '@okienko/shared/testing/boardCalls';

describe('how a call looks', () => {
  it('given its counter and group, carries the label and the colour for the dark ground', () => {
    expect(callSigns(configuration, callOf(1, 1))).toEqual({ counterLabel: '3', accent: { '--accent': '#7FB4FF' } });
  });

  it('given a counter and service that a newer configuration lacks, is still shown', () => {
    const counter = parse(idSchemas.counter, 'c9');
    const service = parse(idSchemas.service, 'gone');
    const call = callOf(1, 1, {
      counterId: required(counter.isValid ? counter.value : null, 'a counter'),
      serviceId: required(service.isValid ? service.value : null, 'a service'),
    });
    expect(callSigns(configuration, call)).toEqual({ counterLabel: 'c9', accent: undefined });
  });
});
