import { calendarDateSchema, instantAt, localTimeSchema, minutes } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { branchTemplate } from './branchTemplate.ts';
import { type GeneratedVisit, generatedPlan, hourProfile } from './generatedPlan.ts';

const branch = branchTemplate();
const monday = calendarDateSchema.parse('2026-11-23');
const tuesday = calendarDateSchema.parse('2026-11-24');
const { timeZone } = branch.branch;
const opensAt = instantAt(tuesday, localTimeSchema.parse('10:00'), timeZone);
const openMs = minutes(8 * 60);

/** Twenty days of different seeds, as one crowd. */
const crowd: readonly GeneratedVisit[] = Array.from({ length: 20 }, (_, seed) =>
  generatedPlan(branch, tuesday, seed),
).flatMap(({ tickets }) => tickets);
const shareOf = (isCounted: (visit: GeneratedVisit) => boolean) => crowd.filter(isCounted).length / crowd.length;

describe('a generated day', () => {
  it('given the same seed, then it is the same; given another, then it is another', () => {
    expect(generatedPlan(branch, tuesday, 7)).toEqual(generatedPlan(branch, tuesday, 7));
    expect(generatedPlan(branch, tuesday, 7).tickets).not.toEqual(generatedPlan(branch, tuesday, 8).tickets);
  });

  it('given a Monday, then 1.38 times as many people come as on a Tuesday', () => {
    const [onMonday, onTuesday] = [monday, tuesday].map((date) => generatedPlan(branch, date, 1).tickets.length);
    expect((onMonday ?? 0) / (onTuesday ?? 1)).toBeCloseTo(1.38, 1);
  });

  it('given its tickets, then they come within the opening hours, in order, by the profile', () => {
    const { tickets } = generatedPlan(branch, tuesday, 3);
    expect(tickets).toEqual(tickets.toSorted((one, other) => one.issueAt - other.issueAt));
    const total = hourProfile.reduce((sum, share) => sum + share, 0);
    hourProfile.forEach((share, part) => {
      const within = shareOf(({ issueAt }) => Math.floor((10 * (issueAt - opensAt)) / openMs) === part);
      expect(Math.abs(within - share / total)).toBeLessThan(0.02);
    });
    expect(shareOf(({ issueAt }) => issueAt < opensAt || issueAt >= opensAt + openMs)).toBe(0);
  });

  it('given a service, then its visits are lognormal around its typical minutes', () => {
    for (const { id, typicalServiceMinutes } of branch.services) {
      const lengths = crowd.filter(({ serviceId }) => serviceId === id).map(({ serviceMs }) => serviceMs / minutes(1));
      const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
      const variance = lengths.reduce((sum, length) => sum + (length - mean) ** 2, 0) / lengths.length;
      expect(Math.abs(mean / typicalServiceMinutes - 1)).toBeLessThan(0.2);
      expect(Math.abs(Math.sqrt(variance) / mean - 0.8)).toBeLessThan(0.25);
    }
  });

  it('given its people, then 3 to 8 % are missing, 12 % have priority, and three languages are spoken', () => {
    const missing = shareOf(({ isMissing }) => isMissing);
    expect(missing).toBeGreaterThan(0.03);
    expect(missing).toBeLessThan(0.08);
    expect(Math.abs(shareOf(({ priorityClass }) => priorityClass !== 'ordinary') - 0.12)).toBeLessThan(0.02);
    expect(new Set(crowd.map(({ language }) => language))).toEqual(new Set(['pl', 'en', 'uk']));
  });

  it('given a day on which the branch is closed, then it is refused', () => {
    for (const closed of ['2026-11-22', '2026-12-24']) {
      expect(() => generatedPlan(branch, calendarDateSchema.parse(closed), 1)).toThrow(/closed on/);
    }
  });
});
