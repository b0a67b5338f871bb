import type { Language } from '@okienko/shared';
import { catalogues } from '@okienko/shared/text';
import type { ReactNode } from 'react';
import { IntlProvider } from 'react-intl';

type Properties = { readonly language: Language; readonly children: ReactNode; readonly className?: string };

/**
 * Everything inside speaks `language`: `useText` reads its catalogue, and the element that wraps it carries `lang`,
 * which also chooses the typeface (Cyrillic lines are set in Inter).
 */
export function ScreenLanguage({ language, children, className = 'screen-language' }: Properties): ReactNode {
  return (
    <IntlProvider locale={language} defaultLocale={language} messages={catalogues[language]} onError={failLoudly}>
      <div lang={language} className={className}>
        {children}
      </div>
    </IntlProvider>
  );
}

/** A text that cannot be made is a bug that the page's error boundary shows: never a bare id on a public screen. */
function failLoudly(error: Error): never {
  throw error;
}
