import { inBoth } from '@shared/phone/words';

/** What the page of everything that is put off says. */
const zh = {
  title: '暂缓办理（挂账）的事项',
  lead: '需要等季节或等资金的事项，每件只能暂缓一次，最长一年；到期自动恢复办理。',
  none: '现在没有暂缓办理的事项。',
  since: (when: string) => `${when} 起`,
  until: (when: string) => `${when} 恢复`,
  away: '暂时查不到，请稍后再试。',
};

const en: typeof zh = {
  title: 'What is put off',
  lead: 'What has to wait for a season or for money. A case is put off once, for a year at most, and goes on by itself.',
  none: 'Nothing is put off now.',
  since: (when) => `since ${when}`,
  until: (when) => `goes on ${when}`,
  away: 'It cannot be looked up just now. Please try again later.',
};

export const words = inBoth(zh, en);
