import { inBoth } from '@shared/phone/words';

/** What whoever asked for help is asked. */
const zh = {
  title: '这件事办好了吗？',
  say: '您说办好了，才算办好。不回答也没关系，街道会来问您。',
  done: '办好了',
  notYet: '还没办好',
  missing: '还差什么？（可不填）',
  goOn: '请继续办',
};

const en: typeof zh = {
  title: 'Is it done?',
  say: 'It is done when you say so. If you do not answer, the street office will ask you.',
  done: 'It is done',
  notYet: 'Not yet',
  missing: 'What is missing? (optional)',
  goOn: 'Please go on',
};

export const confirm = inBoth(zh, en);
