import { createWords } from '@shared/i18n';
import * as shared from '@shared/i18n/words';
import * as cases from './case';
import * as figures from './figures';
import * as frame from './frame';
import * as steps from './steps';
import * as work from './work';

/** The words of the office; a page that few open has its own beside it. */
export const zh = {
  ...shared.zh,
  ...frame.zh,
  ...work.zh,
  ...cases.zh,
  ...steps.zh,
  ...figures.zh,
};
export const en: typeof zh = {
  ...shared.en,
  ...frame.en,
  ...work.en,
  ...cases.en,
  ...steps.en,
  ...figures.en,
};

export const { i18n, t } = createWords(zh, en);
