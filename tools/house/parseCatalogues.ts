import type { Repository } from './houseRule.ts';

/** One language's messages by key. */
export interface Catalogue {
  readonly path: string;
  readonly language: string;
  readonly messages: ReadonlyMap<string, string>;
}

const catalogueName = /^shared\/src\/text\/([a-z]{2})\.json$/;

/** Every catalogue of the repository. Throws a SyntaxError for one that is not JSON. */
export function parseCatalogues(repository: Repository): readonly Catalogue[] {
  return [...repository.files].flatMap(([path, text]) => {
    const language = catalogueName.exec(path)?.[1];
    if (language === undefined) return [];
    const content: unknown = JSON.parse(text);
    const messages = Object.entries(content ?? {}).map(([key, message]): [string, string] => [key, String(message)]);
    return [{ path, language, messages: new Map(messages) }];
  });
}
