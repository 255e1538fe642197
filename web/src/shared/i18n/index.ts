import { watch } from 'vue';
import { createI18n } from 'vue-i18n';
import { language } from '../language';

/** Every path to a text in a tree of words, such as `state.FILED`. */
export type WordKey<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${WordKey<T[K]>}`;
}[keyof T & string];

export type Values = Record<string, string | number>;

/**
 * The words of one app in both languages. `t` accepts only keys that exist; a value named `n`
 * also chooses between the singular and the plural of `{n} case | {n} cases`.
 */
export function createWords<T extends object>(zh: T, en: NoInfer<T>) {
  const i18n = createI18n({
    legacy: false,
    locale: language.value,
    fallbackLocale: 'zh-CN',
    messages: { 'zh-CN': zh, en } as never,
  });
  const { t: translate, locale } = i18n.global as unknown as {
    t: (key: string, values: Values, plural: number) => string;
    locale: { value: string };
  };
  watch(language, (chosen) => (locale.value = chosen), { flush: 'sync' });

  function t(key: WordKey<T>, values: Values = {}): string {
    return translate(key, values, typeof values.n === 'number' ? values.n : 1);
  }
  return { i18n, t };
}
