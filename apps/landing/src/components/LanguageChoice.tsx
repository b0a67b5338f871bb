import { useText } from '@okienko/kit';
import { type Language, languages } from '@okienko/shared';
import type { ReactNode } from 'react';

const names: Readonly<Record<Language, string>> = { pl: 'Polski', en: 'English', uk: 'Українська' };

type Properties = { readonly language: Language; readonly onLanguage: (language: Language) => void };

/** The languages by their own names, always in sight; no flags. */
export function LanguageChoice({ language, onLanguage }: Properties): ReactNode {
  const text = useText();
  return (
    <fieldset className="languages">
      <legend className="sr-only">{text('landing.language')}</legend>
      {languages.map((one) => (
        <button key={one} type="button" lang={one} aria-pressed={one === language} onClick={() => onLanguage(one)}>
          {names[one]}
        </button>
      ))}
    </fieldset>
  );
}
