import type { Language } from '@okienko/shared';
import { type MessageId, type Translate, translatorOf } from '@okienko/shared/text';
import { useCallback } from 'react';
import { useIntl } from 'react-intl';

/** The sentences of the surrounding `ScreenLanguage`: `text('kiosk.home.title')`. */
export function useText(): Translate {
  const intl = useIntl();
  return useCallback(
    (id: MessageId, values?: Readonly<Record<string, string | number>>) => intl.formatMessage({ id }, values),
    [intl],
  );
}

const translators = new Map<Language, Translate>();

/** The sentences of one language, whatever surrounds them: for a page that shows three at once. */
export function useTextIn(language: Language): Translate {
  const kept = translators.get(language) ?? translatorOf(language);
  translators.set(language, kept);
  return kept;
}
