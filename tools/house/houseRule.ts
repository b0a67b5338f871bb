/** The files of the repository as text, by path from its root with forward slashes; binary files have an empty text. */
export interface Repository {
  readonly files: ReadonlyMap<string, string>;
}

/** One breach of a house rule. */
export interface Finding {
  readonly path: string;
  readonly message: string;
}

/** A rule of the house that no linter knows: pure, so that a test shows it a bad sample and sees it fail. */
export interface HouseRule {
  readonly name: string;
  readonly find: (repository: Repository) => readonly Finding[];
}

/** A repository of the given files, for the rules' own tests. */
export function repositoryOf(files: Readonly<Record<string, string>>): Repository {
  return { files: new Map(Object.entries(files)) };
}
