import { createWords } from '@shared/i18n';
import type { CaseDetail } from '@shared/wire';
import { stepName } from '../../roles';

/** What helps people (帮办) is no case: some of its states and questions have words of their own. */
const zh = {
  state: {
    FILED: '待对接',
    DISPATCHED: '帮办中',
    HANDLED: '待本人确认',
    CLOSED: '已办结',
    REFUSED: '未予受理',
  },
  step: { refuse: '不予受理', handle: '帮办反馈' },
  byGrid: '不选单位：由本网格自己帮办',
  reached: '联系上本人了吗',
  reachedYes: '联系上了',
  reachedNo: '没有联系上，改日再访',
  done: '本人说办好了吗',
  doneYes: '办好了',
  doneNo: '还没办好，继续帮办',
};

const en: typeof zh = {
  state: {
    FILED: 'To be matched',
    DISPATCHED: 'Being helped',
    HANDLED: 'To be confirmed',
    CLOSED: 'Done',
    REFUSED: 'Not taken up',
  },
  step: { refuse: 'Do not take it up', handle: 'Tell what was done' },
  byGrid: 'No unit: the grid helps itself',
  reached: 'Did they answer?',
  reachedYes: 'Reached',
  reachedNo: 'Not reached: to be tried again',
  done: 'Do they say that it is done?',
  doneYes: 'Done',
  doneNo: 'Not yet: help on',
};

export const { t } = createWords(zh, en);

/** Where a service stands, where that is not told as of a case. */
export function stateOfService(file: CaseDetail): string | undefined {
  if (file.flow !== 'service' || file.awaiting || !(file.state in zh.state)) return undefined;
  return t(`state.${file.state as keyof typeof zh.state}`);
}

/** What a step of a case or of a service is called. */
export function nameOfStep(flow: CaseDetail['flow'], step: string): string {
  return flow === 'service' && step in zh.step
    ? t(`step.${step as keyof typeof zh.step}`)
    : stepName(step);
}
