import { createWords } from '@shared/i18n';

/** The words of what crosses: whose cells lie in one place. */
export const zh = {
  here: '此处还有谁的网格',
  both: '职责重叠：{one}与{other}都负责 {matters}',
  page: '网格交叉',
  about: '同一地点由两个部门负责同一事项的网格，供区里协调；按重叠面积排列。一次看一个街道或社区。',
  area: '范围',
  show: '查看',
  one: '网格与负责单位',
  other: '重叠的网格与负责单位',
  matters: '共同负责的事项',
  ground: '重叠面积（平方米）',
  none: '没有职责重叠的网格',
  nobody: '未写明负责单位',
};

export const en: typeof zh = {
  here: 'Who else has a grid here',
  both: 'Two answer for the same: {one} and {other} for {matters}',
  page: 'Crossing grids',
  about:
    'Cells of two authorities that answer for the same matter in one place, for the district to settle; the most ground first. One street or community at a time.',
  area: 'Area',
  show: 'Show',
  one: 'Cell and who answers',
  other: 'Crossing cell and who answers',
  matters: 'Matters of both',
  ground: 'Shared ground (m²)',
  none: 'No cells of two authorities for the same',
  nobody: 'nobody said who answers',
};

export const { t } = createWords(zh, en);
