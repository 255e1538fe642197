import { ref, watch } from 'vue';

export type Language = 'zh-CN' | 'en';

const KEY = 'linli.language';

/** The language of this browser's pages, kept between visits; Chinese unless chosen otherwise. */
export const language = ref<Language>(remembered());

watch(
  language,
  (chosen) => {
    localStorage.setItem(KEY, chosen);
    document.documentElement.lang = chosen;
  },
  { flush: 'sync' },
);
document.documentElement.lang = language.value;

export function switchLanguage(): void {
  language.value = language.value === 'en' ? 'zh-CN' : 'en';
}

/** Picks the wording of something the server keeps in both languages. */
export function inLanguage(zh: string | null | undefined, en: string | null | undefined): string {
  return (language.value === 'en' ? en || zh : zh) ?? '';
}

/** Several things in a row: 市政、物业 and in English commas. */
export function inARow(things: readonly string[]): string {
  return things.join(language.value === 'en' ? ', ' : '、');
}

/** What something is called, and what it is. */
export function labelled(name: string, what: string): string {
  return `${name}${language.value === 'en' ? ': ' : '：'}${what}`;
}

function remembered(): Language {
  return localStorage.getItem(KEY) === 'en' ? 'en' : 'zh-CN';
}
