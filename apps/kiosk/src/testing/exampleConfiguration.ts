import { type KioskConfiguration, kioskConfigurationSchema } from '@okienko/shared';

type Sketch = { readonly id: string; readonly group: string; readonly letter: string };

const week = ['10:00', '18:00'];

/** A kiosk's configuration with these services; groups appear in the order in which services name them. */
export function configurationOf(services: readonly Sketch[]): KioskConfiguration {
  const groups = [...new Set(services.map(({ group }) => group))];
  return kioskConfigurationSchema.parse({
    branch: {
      id: 'pom',
      name: { pl: 'Punkt – Galeria' },
      timeZone: 'Europe/Warsaw',
      languages: ['pl', 'en', 'uk'],
      isDemo: false,
    },
    address: 'ul. Stawowa 61',
    openingHours: { mon: week, tue: week, wed: week, thu: week, fri: week, sat: ['10:00', '14:00'], sun: null },
    specialDays: [
      { date: '2026-12-24', hours: null },
      { date: '2026-12-25', hours: null },
      { date: '2026-12-31', hours: ['10:00', '14:00'] },
      { date: '2027-01-01', hours: null },
    ],
    serviceGroups: groups.map((id) => ({ id, name: { pl: id }, accent: { onLight: '#0A4DA2', onDark: '#7FB4FF' } })),
    services: services.map(({ id, group, letter }) => ({
      id,
      group,
      letter,
      name: { pl: id },
      typicalServiceMinutes: 10,
      targetWaitMinutes: 15,
      card: { bring: { pl: ['dowód'] }, fee: { pl: 'bez opłat' }, takes: { pl: 'od ręki' } },
    })),
    counters: [],
    priorityReasons: [
      { id: 'secret-reason-one', name: { pl: 'powód' }, priorityClass: 'priority' },
      { id: 'secret-reason-two', name: { pl: 'inny powód' }, priorityClass: 'priority' },
    ],
    ordinaryClass: 'ordinary',
  });
}

/** The services of the pictures: three, two, one and one. */
export const exampleConfiguration: KioskConfiguration = configurationOf([
  { id: 'dowod-wniosek', group: 'dokumenty', letter: 'D' },
  { id: 'dowod-odbior', group: 'dokumenty', letter: 'E' },
  { id: 'meldunki', group: 'dokumenty', letter: 'M' },
  { id: 'pojazd-rejestracja', group: 'pojazdy', letter: 'P' },
  { id: 'pojazd-odbior', group: 'pojazdy', letter: 'O' },
  { id: 'dzialalnosc', group: 'firma', letter: 'G' },
  { id: 'pisma', group: 'kancelaria', letter: 'S' },
]);
