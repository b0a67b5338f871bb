import type { PretendedFault } from '@okienko/shared';

/** Tells the virtual printer what to play. @returns what went wrong in words, or null. */
export async function pretendFault(fault: PretendedFault): Promise<string | null> {
  try {
    const response = await fetch('/api/v1/printer/pretend', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ fault }),
    });
    return response.ok ? null : `HTTP ${response.status}`;
  } catch (error) {
    return String(error);
  }
}
