import { z } from 'zod/mini';

/** The languages of the catalogues; Polish is always there and is the one to fall back to. */
export const languages = ['pl', 'en', 'uk'] as const;
export type Language = (typeof languages)[number];
export const languageSchema = z.enum(languages);

/** One text in Polish and, where it was translated, in the other languages. */
export const localizedTextSchema = z.object({
  pl: z.string().check(z.minLength(1)),
  en: z.optional(z.string().check(z.minLength(1))),
  uk: z.optional(z.string().check(z.minLength(1))),
});
export type LocalizedText = { readonly pl: string; readonly en?: string | undefined; readonly uk?: string | undefined };

/** The text in `language`, or in Polish: staff texts may lack a translation, customers' texts may not (the check refuses). */
export function textIn(text: LocalizedText, language: Language): string {
  return text[language] ?? text.pl;
}
