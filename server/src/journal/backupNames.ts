import { type Instant, instantOf } from '@okienko/shared';
import { fileStampOf } from './fileStamp.ts';

/** How many of the newest backups stay, and of how many of the newest days the newest one stays. */
const newestKept = 24;
const daysKept = 14;
const dayMs = 86_400_000;

const nameForm = /^okienko-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.sqlite$/;

/** The name of a scheduled backup: "okienko-20261124T101500Z.sqlite", its second in universal time. */
export function backupNameAt(at: Instant): string {
  return `okienko-${fileStampOf(at)}.sqlite`;
}

/** When a scheduled backup was made; null for any other file, which is none of our business. */
export function backupTimeOf(name: string): Instant | null {
  const [, year, month, day, hour, minute, second] = nameForm.exec(name) ?? [];
  const epochMs = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(epochMs) ? null : instantOf(epochMs);
}

/**
 * The scheduled backups that may go: all but the newest 24, and the newest of each of the 14 newest days (in universal
 * time) that have one. Files with other names are never among them.
 *
 * Days are counted and not measured against a clock: one that leaps a month ahead for an hour must not make every day
 * of the last two weeks too old.
 */
export function surplusBackups(names: readonly string[]): readonly string[] {
  const backups = names
    .flatMap((name) => {
      const at = backupTimeOf(name);
      return at === null ? [] : [{ name, at }];
    })
    .toSorted((one, other) => other.at - one.at);
  const days = new Set<number>();
  return backups.flatMap(({ name, at }, index) => {
    const day = Math.floor(at / dayMs);
    const isNewestOfDay = !days.has(day);
    days.add(day);
    const isKept = index < newestKept || (isNewestOfDay && days.size <= daysKept);
    return isKept ? [] : [name];
  });
}
