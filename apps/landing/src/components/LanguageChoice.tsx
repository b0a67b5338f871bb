import { useText, useTextIn } from '@okienko/kit';
import { type Language, languages } from '@okienko/shared';
import type { ReactNode } from 'react';

type Properties = { readonly language: Language; readonly onLanguage: (language: Language) => void };

/** The languages by their own names, always in sight; no flags. */
export function LanguageChoice({ language, onLanguage }: Properties): ReactNode {
  const text = useText();
  return (
    <fieldset className="languages">
      <legend className="sr-only">{text('landing.language')}</legend>
      {languages.map((one) => (
        <LanguageKey key={one} language={one} isChosen={one === language} onChoose={() => onLanguage(one)} />
      ))}
    </fieldset>
  );
}

type Key = { readonly language: Language; readonly isChosen: boolean; readonly onChoose: () => void };

function LanguageKey({ language, isChosen, onChoose }: Key): ReactNode {
  const textThere = useTextIn(language);
  return (
    <button type="button" lang={language} aria-pressed={isChosen} onClick={onChoose}>
      {textThere('kit.language.name')}
    </button>
  );
}
