import { type Instant, instantOf } from '@okienko/shared';
import { fileStampOf } from './fileStamp.ts';

/** How many of the newest backups stay whatever their age, and for how many days the newest of each day stays. */
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
 * The scheduled backups that may go: all but the newest 24, and the newest of each day (in universal time) of the 14
 * days before `now`. Files with other names are never among them.
 */
export function surplusBackups(names: readonly string[], now: Instant): readonly string[] {
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
    const isKept = index < newestKept || (isNewestOfDay && now - at < daysKept * dayMs);
    return isKept ? [] : [name];
  });
}
