/** The two halves of a branch's name, `Punkt Obsługi Mieszkańców – Galeria Bronowice`: what it is, and where. */
export type BranchName = { readonly office: string | null; readonly place: string };

/** Splits at the last spaced dash; a name without one is all place. */
export function splitBranchName(name: string): BranchName {
  const parts = /^(.*) [–-] (.+)$/u.exec(name);
  const [, office, place] = parts ?? [];
  return office === undefined || place === undefined ? { office: null, place: name } : { office, place };
}
