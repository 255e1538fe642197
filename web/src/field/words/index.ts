import { inBoth } from '@shared/phone/words';
import { en as sharedEn, zh as sharedZh } from '@shared/i18n/words';
import { en } from './en';
import { zh } from './zh';

/** The words of the field app. */
export const words = inBoth(zh, en);

/** The words that all apps share: states, steps, roles, sources. */
export const common = inBoth(sharedZh, sharedEn);

/** The word for a code of the server, or the code itself when it is newer than this app. */
export function nameIn(names: Record<string, string>, code: string): string {
  return names[code] ?? code;
}
