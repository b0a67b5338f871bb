import { type Language, languageSchema, parse } from '@okienko/shared';

/** The console's language: Polish, or the one that the address asks for (`?language=uk`). */
export function languageOfAddress(search: string): Language {
  const asked = parse(languageSchema, new URLSearchParams(search).get('language'));
  return asked.isValid ? asked.value : 'pl';
}
