import { computed, type ComputedRef } from 'vue';
import { language } from '../language';

/**
 * The words of a phone app in the language chosen. Words are plain objects, and functions where a
 * number or name goes in, so a missing one does not compile and no library has to be downloaded.
 */
export function inBoth<W extends object>(zh: W, en: NoInfer<W>): ComputedRef<W> {
  return computed(() => (language.value === 'en' ? en : zh));
}
