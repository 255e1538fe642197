import { createWords } from '@shared/i18n';

/** What the form for splitting a report says, apart from the other words: it is rarely opened. */
const zh = {
  hint: '一条上报说了几件事的，逐件写明。每件单独编号、单独计时；报告人用原查询码跟进全部。',
  part: '第 {n} 件',
  matter: '第 {n} 件的事项',
  text: '第 {n} 件的内容',
  place: '第 {n} 件在哪里（不填即原地点）',
  add: '再加一件',
  drop: '去掉第 {n} 件',
};

const en: typeof zh = {
  hint: 'Write down each concern that the report names. Each gets its number and its own clock; the reporter follows them all by the code they have.',
  part: 'Concern {n}',
  matter: 'Matter of concern {n}',
  text: 'What concern {n} is about',
  place: 'Where concern {n} lies (empty: where the report does)',
  add: 'One more',
  drop: 'Remove concern {n}',
};

export const { t } = createWords(zh, en);

export const FEWEST = 2;
export const MOST = 9;
