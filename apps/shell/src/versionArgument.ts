const prefix = '--okienko-version=';

/** How the main process tells the sandboxed preload script, which reads no file, which version this is. */
export function versionArgument(version: string): string {
  return `${prefix}${version}`;
}

/** The version among a renderer's arguments; null when the main process gave none. */
export function findVersion(rendererArguments: readonly string[]): string | null {
  return rendererArguments.find((word) => word.startsWith(prefix))?.slice(prefix.length) ?? null;
}
