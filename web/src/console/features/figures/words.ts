import { createWords } from '@shared/i18n';

/** How a figure is to be read. Apart from the other words: only who looks at figures needs them. */
const zh = {
  cohort: '统计口径',
  version: '定义第 {number} 版',
  split: '其中自主发现并自处置',
  readWith: '须同看',
  and: '、',
};

const en = {
  cohort: 'Cohort',
  version: 'definition {number}',
  split: 'Of these found and closed by the grid itself',
  readWith: 'Read with',
  and: ', ',
};

export const { t: say } = createWords(zh, en);
