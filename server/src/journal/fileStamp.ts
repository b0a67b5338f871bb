import type { Instant } from '@okienko/shared';

/** "20261124T101500Z": a second in universal time as part of a file's name, which then sorts by it. */
export function fileStampOf(at: Instant): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
}
