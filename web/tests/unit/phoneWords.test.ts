import { describe, expect, it } from 'vitest';
import { en as fieldEn } from '../../src/field/words/en';
import { zh as fieldZh } from '../../src/field/words/zh';
import { en as residentEn } from '../../src/resident/words/en';
import { zh as residentZh } from '../../src/resident/words/zh';

type Words = { [key: string]: unknown };

/** Every text of an app, functions called with a number or names, by its path. */
function textsOf(words: Words, path = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, word] of Object.entries(words)) {
    const at = `${path}${key}`;
    if (typeof word === 'string') texts.set(at, word);
    else if (typeof word === 'function')
      texts.set(at, said(word as (...values: unknown[]) => string));
    else textsOf(word as Words, `${at}.`).forEach((text, inner) => texts.set(inner, text));
  }
  return texts;
}

/** A word with something put in: road names, which also pass for a number or a person. */
function said(word: (...values: unknown[]) => string): string {
  return String(word(['甲路', '乙路'], '乙路'));
}

const NAMES_OF_ROADS = /甲路,乙路|甲路|乙路|春晖路/g;

describe.each([
  ['field', fieldZh as Words, fieldEn as Words],
  ['resident', residentZh as Words, residentEn as Words],
])('the words of the %s app', (_, zh, en) => {
  it('are the same in both languages', () => {
    expect([...textsOf(en).keys()]).toEqual([...textsOf(zh).keys()]);
  });

  it('are never empty', () => {
    for (const [path, text] of [...textsOf(zh), ...textsOf(en)]) {
      expect(text.trim(), path).not.toBe('');
    }
  });

  it('hold no Chinese in English and some in Chinese', () => {
    for (const [path, text] of textsOf(en)) {
      expect(text.replace(NAMES_OF_ROADS, ''), path).not.toMatch(/\p{Script=Han}/u);
    }
    for (const [path, text] of textsOf(zh)) {
      expect(text, path).toMatch(/\p{Script=Han}/u);
    }
  });

  it('use Chinese punctuation in Chinese', () => {
    for (const [path, text] of textsOf(zh)) {
      expect(text.replace(NAMES_OF_ROADS, ''), path).not.toMatch(/\p{Script=Han}[,?;:!]/u);
    }
  });
});

describe('what residents read', () => {
  it('never says 返工', () => {
    expect([...textsOf(residentZh as Words).values()].join()).not.toContain('返工');
    expect(residentZh.track.step.rework).toContain('重新处置');
  });
});
