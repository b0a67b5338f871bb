import { CheckIcon, useText } from '@okienko/kit';
import type { Language } from '@okienko/shared';
import type { ReactNode } from 'react';
import { useKiosk } from './KioskContext.ts';

/** Every language under its own name and in its own script, on every page. */
export function Languages({ languages }: { readonly languages: readonly Language[] }): ReactNode {
  const text = useText();
  const { settings, dispatch } = useKiosk();
  return (
    <nav className="langs" aria-label={text('kiosk.languages.label')}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === settings.language}
          data-testid={`language-${language}`}
          onClick={() => dispatch({ type: 'languageChosen', language })}
        >
          {language === settings.language && <CheckIcon />}
          {text(`kiosk.languages.${language}`)}
        </button>
      ))}
    </nav>
  );
}
