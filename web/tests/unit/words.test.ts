import { describe, expect, it } from 'vitest';
import * as shared from '@shared/i18n/words';

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

describe('words', () => {
  it('exist in both languages', () => {
    expect(keys(shared.en)).toEqual(keys(shared.zh));
  });

  it('name the same values in both languages', () => {
    const english = texts(shared.en);
    texts(shared.zh).forEach((text, i) =>
      expect(placeholders(english[i]!), text).toEqual(placeholders(text)),
    );
  });

  it('leave no Chinese in the English ones but the name of the other language', () => {
    const chinese = texts(shared.en).filter((text) => /\p{Script=Han}/u.test(text));
    expect(chinese).toEqual(['中文']);
  });
});
