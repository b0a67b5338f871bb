/** The class of a counter's label that is longer than the one digit that the board is drawn for; it has three at most. */
export function labelLength(label: string): 'is-long' | 'is-longest' | undefined {
  if (label.length > 2) return 'is-longest';
  return label.length > 1 ? 'is-long' : undefined;
}
