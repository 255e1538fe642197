import { createWords } from '@shared/i18n';
import type { CaseDetail, Matter } from '@shared/wire';
import type { Step } from '../../model';
import { stepName } from '../../roles';
import { t as say, zh as ofConsole } from '../../words';

/** What helps people (帮办) is no case: some of its questions have words of their own. */
const zh = {
  byGrid: '不选单位：由本网格自己帮办',
  reached: '联系上本人了吗',
  reachedYes: '联系上了',
  reachedNo: '没有联系上，改日再访',
  done: '本人说办好了吗',
  doneYes: '办好了',
  doneNo: '还没办好，继续帮办',
};

const en: typeof zh = {
  byGrid: 'No unit: the grid helps itself',
  reached: 'Did they answer?',
  reachedYes: 'Reached',
  reachedNo: 'Not reached: to be tried again',
  done: 'Do they say that it is done?',
  doneYes: 'Done',
  doneNo: 'Not yet: help on',
};

export const { t } = createWords(zh, en);

/** Whether a step may name this matter: what is helped with is not filed, nor the other way round. */
export function mayName(step: Step, flow: CaseDetail['flow'], matter: Matter): boolean {
  const helped = matter.flow === 'service';
  if (step === 'accept') return true;
  if (step === 'match' || step === 'help') return helped;
  return helped === (step === 'correct' && flow === 'service');
}

/** What a step of a case or of a service is called. */
export function nameOfStep(flow: CaseDetail['flow'], step: string): string {
  return flow === 'service' && step in ofConsole.stepOfService
    ? say(`stepOfService.${step as keyof typeof ofConsole.stepOfService}`)
    : stepName(step);
}
