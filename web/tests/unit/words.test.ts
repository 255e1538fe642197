import { describe, expect, it } from 'vitest';
import * as shared from '@shared/i18n/words';
import * as office from '../../src/console/words';

interface Words {
  zh: object;
  en: object;
}

/** The pages that have words of their own. */
const pages = import.meta.glob<Words>('../../src/console/features/*/words.ts', { eager: true });

function keys(words: object, path = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [path + key] : keys(value, `${path}${key}.`),
  );
}

function texts(words: object): string[] {
  return Object.values(words).flatMap((value) =>
    typeof value === 'string' ? [value] : texts(value),
  );
}

const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort();

describe.each<[string, Words]>([
  ['shared', shared],
  ['office', office],
  ...Object.entries(pages).map(([path, words]): [string, Words] => [
    path.split('/').at(-2)!,
    words,
  ]),
])('%s words', (_, { zh, en }) => {
  it('exist in both languages', () => {
    expect(keys(en)).toEqual(keys(zh));
  });

  it('name the same values in both languages', () => {
    const english = texts(en);
    texts(zh)
      .map((text, i) => [text, english[i]!] as const)
      .filter(([, translation]) => !translation.includes('|'))
      .forEach(([text, translation]) =>
        expect(placeholders(translation), text).toEqual(placeholders(text)),
      );
  });

  it('are punctuated as Chinese is', () => {
    const narrow = /\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}/u;
    expect(texts(zh).filter((text) => narrow.test(text))).toEqual([]);
  });

  it('leave no Chinese in the English ones but the name of the other language', () => {
    const chinese = texts(en).filter((text) => /\p{Script=Han}/u.test(text));
    expect(chinese.filter((text) => text !== '中文')).toEqual([]);
  });
});
