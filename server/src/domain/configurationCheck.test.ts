import { required } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import example from '../../examples/pom-bronowice.json' with { type: 'json' };
import { parseConfiguration, readTakenConfiguration } from './configurationCheck.ts';

/** The example as a person edits it: any value may be put at any path ("services[2].letter"). */
function edited(...edits: readonly (readonly [path: string, value: unknown])[]): string {
  const root: unknown = structuredClone(example);
  for (const [path, value] of edits) put(root, path, value);
  return JSON.stringify(root);
}

function put(root: unknown, path: string, value: unknown): void {
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
  const last = required(keys.pop(), 'a last key');
  const holder = keys.reduce<unknown>((at, key) => (at instanceof Object ? Reflect.get(at, key) : undefined), root);
  if (!(holder instanceof Object)) throw new TypeError(`nothing to hold ${path}`);
  Reflect.set(holder, last, value);
}

const mistakesIn = (text: string) => {
  const parsed = parseConfiguration(text);
  return parsed.isValid ? [] : parsed.mistakes;
};
const warningsIn = (text: string) => {
  const parsed = parseConfiguration(text);
  return parsed.isValid ? parsed.warnings : null;
};

describe('a configuration that fits', () => {
  it('given the example, then it is taken whole, with a warning of the letter O', () => {
    const parsed = parseConfiguration(JSON.stringify(example));
    expect(parsed).toEqual({
      isValid: true,
      configuration: example,
      warnings: [{ path: 'services[4].letter', problem: 'O can be read as the digit 0' }],
    });
  });

  it('given the letter I, then it is warned of too', () => {
    expect(warningsIn(edited(['services[4].letter', 'X'], ['services[0].letter', 'I']))).toEqual([
      { path: 'services[0].letter', problem: 'I can be read as the digit 1' },
    ]);
  });

  it('given a service that no counter does, then that is warned of', () => {
    const onlyCars = edited(['services[4].letter', 'X'], ['counters[0].services', ['dowod-odbior']]);
    expect(warningsIn(onlyCars)).toEqual([
      { path: 'services[6].id', problem: 'no counter does "pisma": its tickets can never be called' },
    ]);
  });

  it('given a staff text without a translation, then it is taken: staff read Polish', () => {
    expect(mistakesIn(edited(['breakReasons[0].name', { pl: 'przerwa' }]))).toEqual([]);
  });

  it('given a translation into a language that the branch does not speak, then its lack is no mistake', () => {
    const polishOnly = edited(['branch.languages', ['pl']], ['services[0].name', { pl: 'Dowód' }]);
    expect(mistakesIn(polishOnly)).toEqual([]);
  });
});

describe('the form of a configuration', () => {
  it.each([
    ['nothing', '', 'not JSON: Unexpected end of JSON input'],
    ['half of a file', '{"demo":', 'not JSON: Unexpected end of JSON input'],
    ['a list', '[]', 'expected object'],
    ['null', 'null', 'expected object'],
  ])('given %s, then the whole file is refused', (_, text, problem) => {
    const [first, ...others] = mistakesIn(text);
    expect(first?.path).toBe('');
    expect(first?.problem).toContain(problem);
    expect(others).toEqual([]);
  });

  it.each([
    ['an unknown key at the top', 'colour', 'red', 'colour', 'unknown key'],
    ['an unknown key inside', 'branch.manager', 'Jan', 'branch.manager', 'unknown key'],
    ['an unknown key in depth', 'services[0].card.internalNote', 'x', 'services[0].card.internalNote', 'unknown key'],
    [
      'text for a number',
      'services[1].typicalServiceMinutes',
      '5',
      'services[1].typicalServiceMinutes',
      'expected number',
    ],
    ['no minutes at all', 'services[1].targetWaitMinutes', 0, 'services[1].targetWaitMinutes', '>=1'],
    ['a small letter', 'services[0].letter', 'd', 'services[0].letter', 'one capital letter'],
    ['two letters', 'services[0].letter', 'DD', 'services[0].letter', 'one capital letter'],
    ['an id with a capital', 'counters[1].id', 'C2', 'counters[1].id', 'small letters'],
    ['an id that every object answers to', 'services[3].id', 'constructor', 'services[3].id', 'small letters'],
    [
      'a time past midnight',
      'branch.openingHours.mon',
      ['10:00', '24:00'],
      'branch.openingHours.mon[1]',
      'a time such as',
    ],
    ['one time of two', 'branch.openingHours.mon', ['10:00'], 'branch.openingHours.mon', '>=2'],
    ['a day without its year', 'branch.closedDays[0]', '24.12', 'branch.closedDays[0]', 'a day such as'],
    [
      'a special day by name',
      'branch.specialDays',
      { easter: ['10:00', '12:00'] },
      'branch.specialDays.easter',
      'a day such as',
    ],
    ['an unknown order', 'policy.order', 'random', 'policy.order', 'accumulating'],
    ['a rate of nothing', 'policy.priorityClasses[1].rate', 0, 'policy.priorityClasses[1].rate', '>0'],
    ['no services', 'services', [], 'services', '>=1'],
    ['a counter that does nothing', 'counters[0].services', [], 'counters[0].services', '>=1'],
    ['an unknown kind of device', 'devices[0].kind', 'phone', 'devices[0].kind', 'kiosk'],
    ['an unknown language', 'branch.languages', ['pl', 'de'], 'branch.languages[1]', 'pl'],
    ['an address that is not secure', 'services[0].card.online', 'http://gov.pl', 'services[0].card.online', 'URL'],
    [
      'a port that no host has',
      'printers[0].connection',
      { kind: 'tcp', host: 'a', port: 70_000 },
      'printers[0].connection.port',
      '65535',
    ],
    [
      'a printer that is no device file',
      'printers[0].connection',
      { kind: 'file', path: 'tickets.txt' },
      'printers[0].connection.path',
      '/dev/usb/lp0',
    ],
    ['a PIN instead of its hash', 'clerks[0].pinHash', '123456', 'clerks[0].pinHash', ''],
    [
      'a colour by name',
      'serviceGroups[0].accent.onDark',
      'blue',
      'serviceGroups[0].accent.onDark',
      'a colour such as',
    ],
  ])('given %s, then its path and what is wrong', (_, at, value, path, problem) => {
    const [first, ...others] = mistakesIn(edited([at, value]));
    expect(first?.path).toBe(path);
    expect(first?.problem).toContain(problem);
    expect(others).toEqual([]);
  });

  it('given something missing, then its path says where it should be', () => {
    expect(mistakesIn(edited(['branch.address', undefined]))).toEqual([
      { path: 'branch.address', problem: 'Invalid input: expected string, received undefined' },
    ]);
  });

  it('given several unknown keys, then each is a mistake of its own', () => {
    expect(mistakesIn(edited(['one', 1], ['two', 2])).map(({ path }) => path)).toEqual(['one', 'two']);
  });
});

describe('what must fit together', () => {
  it.each([
    ['branch.timeZone', 'Europe/Krakow', 'branch.timeZone', 'no time zone "Europe/Krakow"'],
    ['branch.openingHours.tue', ['18:00', '10:00'], 'branch.openingHours.tue', 'opens at 18:00, closes at 10:00'],
    ['branch.openingHours.tue', ['10:00', '10:00'], 'branch.openingHours.tue', 'opens at 10:00, closes at 10:00'],
    ['branch.closedDays[1]', '2026-02-30', 'branch.closedDays[1]', 'no such day: 2026-02-30'],
    [
      'branch.specialDays',
      { '2027-02-29': ['10:00', '12:00'] },
      'branch.specialDays.2027-02-29',
      'no such day: 2027-02-29',
    ],
    [
      'branch.specialDays',
      { '2027-02-28': ['12:00', '10:00'] },
      'branch.specialDays.2027-02-28',
      'opens at 12:00, closes at 10:00',
    ],
    ['branch.dayRollover', '13:59', 'branch.dayRollover', '13:59 is within the hours of mon'],
    ['branch.languages', ['pl', 'en', 'pl'], 'branch.languages[2]', '"pl" is taken by branch.languages[0]'],
    ['serviceGroups[1].id', 'dokumenty', 'serviceGroups[1].id', '"dokumenty" is taken by serviceGroups[0].id'],
    ['services[6].id', 'dowod-odbior', 'services[6].id', '"dowod-odbior" is taken by services[1].id'],
    ['services[6].letter', 'D', 'services[6].letter', '"D" is taken by services[0].letter'],
    ['counters[4].id', 'c1', 'counters[4].id', '"c1" is taken by counters[0].id'],
    ['counters[4].label', '1', 'counters[4].label', '"1" is taken by counters[0].label'],
    [
      'counters[0].services',
      ['pisma', 'pisma'],
      'counters[0].services[1]',
      '"pisma" is taken by counters[0].services[0]',
    ],
    ['counters[0].services', ['paszporty'], 'counters[0].services[0]', 'no service "paszporty"'],
    [
      'policy.priorityClasses[1].id',
      'ordinary',
      'policy.priorityClasses[1].id',
      '"ordinary" is taken by policy.priorityClasses[0].id',
    ],
    ['priorityReasons[3].id', 'disability', 'priorityReasons[3].id', '"disability" is taken by priorityReasons[0].id'],
    ['priorityReasons[3].priorityClass', 'vip', 'priorityReasons[3].priorityClass', 'no priority class "vip"'],
    ['breakReasons[1].id', 'lunch', 'breakReasons[1].id', '"lunch" is taken by breakReasons[0].id'],
    ['outcomes[1].id', 'settled', 'outcomes[1].id', '"settled" is taken by outcomes[0].id'],
    ['clerks[5].id', 'clerk-1', 'clerks[5].id', '"clerk-1" is taken by clerks[0].id'],
    ['devices[6].id', 'kiosk-1', 'devices[6].id', '"kiosk-1" is taken by devices[0].id'],
    ['devices[0].printer', 'lost', 'devices[0].printer', 'no printer "lost"'],
    [
      'printers[0].connection',
      { kind: 'device', deviceId: 'counter-1' },
      'printers[0].connection.deviceId',
      'no kiosk "counter-1"',
    ],
    ['devices[1].counter', 'c9', 'devices[1].counter', 'no counter "c9"'],
    ['services[2].group', 'paszporty', 'services[2].group', 'no service group "paszporty"'],
    ['branch.name', { pl: 'Punkt', en: 'Point' }, 'branch.name.uk', 'the text of this language is missing'],
    [
      'services[2].card.fee',
      { pl: '17 zł', uk: '17 зл' },
      'services[2].card.fee.en',
      'the text of this language is missing',
    ],
    [
      'services[2].card.bring',
      { pl: ['dowód'], en: ['card'] },
      'services[2].card.bring.uk',
      'the text of this language is missing',
    ],
    ['demo', false, 'clerks[0].pinHash', 'a PIN hash is missing'],
    [
      'serviceGroups[0].accent.onLight',
      '#7FB4FF',
      'serviceGroups[0].accent.onLight',
      '#7FB4FF on #F4F1EA has a contrast of 1.89, at least 7.00 is needed',
    ],
    [
      'serviceGroups[0].accent.onDark',
      '#0A4DA2',
      'serviceGroups[0].accent.onDark',
      '#0A4DA2 on #0B1F3F has a contrast of 2.03, at least 7.00 is needed',
    ],
  ])('given %s = %j, then %s: %s', (at, value, path, problem) => {
    expect(mistakesIn(edited([at, value]))).toContainEqual({ path, problem });
  });

  it('given a duplicated printer, then its second place is named', () => {
    const [printer] = example.printers;
    expect(mistakesIn(edited(['printers', [printer, printer]]))).toContainEqual({
      path: 'printers[1].id',
      problem: '"kiosk-1-printer" is taken by printers[0].id',
    });
  });

  it.each([
    [{ kind: 'tcp', host: 'Hala.lan', port: 9100 }, { kind: 'tcp', host: 'hala.lan', port: 9100 }, 'hala.lan:9100'],
    [{ kind: 'file', path: '/dev/usb/lp0' }, { kind: 'file', path: '/dev/usb/lp0' }, '/dev/usb/lp0'],
    [{ kind: 'device', deviceId: 'kiosk-1' }, { kind: 'device', deviceId: 'kiosk-1' }, 'kiosk-1'],
  ])(
    'given two printers at %j and %j, then they would break off each other: the second is named',
    (one, other, place) => {
      const [printer] = example.printers;
      const printers = [
        { ...printer, connection: one },
        { ...printer, id: 'office', connection: other },
      ];
      expect(mistakesIn(edited(['printers', printers]))).toEqual([
        { path: 'printers[1].connection', problem: `"${place}" is taken by printers[0].connection` },
      ]);
    },
  );

  it('given two virtual printers, then each is one of its own', () => {
    const [printer] = example.printers;
    expect(mistakesIn(edited(['printers', [printer, { ...printer, id: 'office' }]]))).toEqual([]);
  });

  it('given a demo with a PIN hash, then it is refused: a demo makes its own', () => {
    const hash = `scrypt:${'A'.repeat(24)}:${'B'.repeat(44)}`;
    expect(mistakesIn(edited(['clerks[2].pinHash', hash]))).toEqual([
      { path: 'clerks[2].pinHash', problem: 'a demo makes its own PINs: null is expected' },
    ]);
  });

  it('given outcomes that must be given and none to give, then no visit could end', () => {
    const text = edited(['outcomes', []], ['counterRules.isOutcomeRequired', true]);
    expect(mistakesIn(text).map(({ path }) => path)).toEqual(['outcomes']);
    expect(mistakesIn(edited(['outcomes', []]))).toEqual([]);
  });

  it('given a rollover at the very opening or closing, then nobody is in service and it is taken', () => {
    const saturday: readonly [string, unknown] = ['branch.openingHours.sat', null];
    expect(mistakesIn(edited(saturday, ['branch.dayRollover', '10:00'], ['branch.specialDays', {}]))).toEqual([]);
    expect(mistakesIn(edited(saturday, ['branch.dayRollover', '18:00'], ['branch.specialDays', {}]))).toEqual([]);
  });

  it('given several mistakes in several parts, then all are told at once', () => {
    const text = edited(
      ['branch.timeZone', 'Mars'],
      ['services[1].letter', 'D'],
      ['counters[0].services[0]', 'lost'],
      ['devices[0].printer', 'lost'],
    );
    expect(mistakesIn(text).map(({ path }) => path)).toEqual([
      'branch.timeZone',
      'services[1].letter',
      'counters[0].services[0]',
      'devices[0].printer',
    ]);
  });
});

describe('a configuration that was taken into use', () => {
  it('given one that a later check would refuse, then its journal can still be read', () => {
    const text = edited(['branch.timeZone', 'Europe/Krakow']);
    expect(readTakenConfiguration(text).branch.timeZone).toBe('Europe/Krakow');
  });

  it('given something that is no configuration at all, then that is a bug', () => {
    expect(() => readTakenConfiguration('{}')).toThrow('has the form');
  });
});
