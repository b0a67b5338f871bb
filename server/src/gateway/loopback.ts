/** The names under which a program on this machine reaches this machine. */
export const loopbackHosts: readonly string[] = ['127.0.0.1', 'localhost', '::1', '[::1]'];

/**
 * Whether a request was addressed to this machine by a loopback name. A page of another site that had its own name
 * point here (DNS rebinding) sends that name, and is refused.
 */
export function isLoopbackHost(hostHeader: string | undefined): boolean {
  if (hostHeader === undefined) return false;
  return loopbackHosts.includes(hostHeader.replace(/:[0-9]+$/, ''));
}

/** Whether a request comes from a page of this very server, or from a program that is no browser and sends no origin. */
export function isOwnOrigin(originHeader: string | undefined, hostHeader: string | undefined): boolean {
  return originHeader === undefined || originHeader === `http://${hostHeader}`;
}
