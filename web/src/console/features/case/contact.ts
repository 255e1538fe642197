import { createWords } from '@shared/i18n';
import type { HistoryEntry } from '@shared/wire';

const zh = {
  means: '怎么联系的',
  phone: '电话',
  in_person: '当面',
  message: '短信或留言',
  reached: '联系上了吗',
  reachedYes: '联系上了',
  reachedNo: '没有联系上',
  hint: '派遣后 24 小时内联系上并在此记录的，计入响应率；上报人查进度时看得到这条记录。',
};

const en: typeof zh = {
  means: 'By which means',
  phone: 'By phone',
  in_person: 'In person',
  message: 'By message',
  reached: 'Did they answer?',
  reachedYes: 'Reached',
  reachedNo: 'Not reached',
  hint: 'Reached and written down within 24 hours of the dispatch, it counts in the response rate. The reporter sees this entry.',
};

export const { t } = createWords(zh, en);

export const MEANS = ['phone', 'in_person', 'message'] as const;

/** By which means the reporter was reached or not, as `电话 · 联系上了`; empty for other steps. */
export function contactInWords({ means, reached }: HistoryEntry): string {
  const outcome = reached === null ? '' : t(reached ? 'reachedYes' : 'reachedNo');
  return [means ? t(means) : '', outcome].filter(Boolean).join(' · ');
}
