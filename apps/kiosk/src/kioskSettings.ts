import type { Language } from '@okienko/shared';

/** What one customer chose for themselves; gone for the next. */
export type KioskSettings = {
  readonly language: Language;
  readonly isContrast: boolean;
  readonly isLarge: boolean;
  readonly isLow: boolean;
};
export type AccessSetting = Exclude<keyof KioskSettings, 'language'>;

/** How every customer finds the kiosk. */
export const defaultSettings: KioskSettings = { language: 'pl', isContrast: false, isLarge: false, isLow: false };

/** True where somebody changed something, so that somebody may still be here. */
export function isChanged(settings: KioskSettings): boolean {
  const { language, isContrast, isLarge, isLow } = settings;
  return language !== defaultSettings.language || isContrast || isLarge || isLow;
}
