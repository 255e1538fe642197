import { inARow, labelled } from '@shared/language';
import { momentOf } from '@shared/time';
import { unitName } from '../../reference';
import type { Review } from './checks';
import { t, zh } from './words';

type Fact = keyof typeof zh.fact;
type Why = keyof typeof zh.why;

/** What is to be seen of a case that shows a sign, in words; what has none is not for people. */
export function factsOf({ facts }: Pick<Review, 'facts'>): string {
  return inARow(
    Object.keys(zh.fact)
      .filter((name) => name in facts)
      .map((name) => labelled(t(`fact.${name as Fact}`), said(name, facts[name]))),
  );
}

function said(name: string, value: unknown): string {
  const text = String(value);
  if (name.endsWith('At')) return momentOf(text);
  if (name === 'unit') return unitName(text);
  if (name === 'why' && text in zh.why) return t(`why.${text as Why}`);
  return text;
}
