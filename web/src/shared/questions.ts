import { get } from '@shared/api';
import { language } from '@shared/language';

/** Something asked besides when a matter is reported. */
export interface Question {
  code: string;
  datatype: 'string' | 'number' | 'datetime' | 'text' | 'singlevaluelist' | 'multivaluelist';
  description: string;
  values: { key: string; name: string }[];
}

/** Answers by the code of their question, as they stand in the form. */
export type Answers = Record<string, string | string[]>;

/** What is asked of whoever reports a matter; mostly nothing, and nothing while that is not known. */
export async function questionsOf(matterCode: string): Promise<Question[]> {
  const lang = language.value === 'en' ? 'en' : 'zh';
  const path = `/open311/v2/services/${encodeURIComponent(matterCode)}.json`;
  return (await get<{ attributes: Question[] }>(path, { lang })).attributes;
}

/** The answers that were given, each a line of the report in the words of its question. */
export function linesOf(questions: Question[], answers: Answers): string[] {
  return questions.flatMap((asked) => {
    const given = [answers[asked.code] ?? []].flat().filter((one) => one.trim());
    if (given.length === 0) return [];
    const said = given.map((one) => asked.values.find(({ key }) => key === one)?.name ?? one);
    return [`${asked.description} ${said.join(language.value === 'en' ? ', ' : '、')}`];
  });
}
