import { type Language, languageSchema, parse } from '@okienko/shared';
import { useState } from 'react';

const parameter = 'language';

/** The language of the address (`?language=en`), Polish without one; choosing writes it there, so that links keep it. */
export function useChosenLanguage(): readonly [Language, (language: Language) => void] {
  const [language, setLanguage] = useState(languageOfAddress);
  const choose = (chosen: Language) => {
    history.replaceState(null, '', withLanguage(location.pathname, chosen));
    setLanguage(chosen);
  };
  return [language, choose];
}

/** The address of another page of this kind in the same language; Polish needs no word. */
export function withLanguage(path: string, language: Language): string {
  return language === 'pl' ? path : `${path}?${parameter}=${language}`;
}

function languageOfAddress(): Language {
  const parsed = parse(languageSchema, new URLSearchParams(location.search).get(parameter));
  return parsed.isValid ? parsed.value : 'pl';
}
