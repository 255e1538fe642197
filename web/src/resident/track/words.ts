import { inBoth } from '@shared/phone/words';
import type { CaseState } from '@shared/wire';

type States = Partial<Record<CaseState, { title: string; say: string }>>;

/** What is said otherwise where somebody is helped. */
const zh = {
  stages: ['收到', '受理', '帮办', '确认', '办结'],
  state: {
    ACCEPTED: { title: '已受理', say: '正在找能帮您的人或单位。' },
    FILED: { title: '正在对接', say: '正在找能帮您的人或单位。' },
    REFUSED: { title: '没有受理', say: '原因写在下面。' },
    DISPATCHED: { title: '正在帮您办', say: '已经有人接下这件事。' },
    HANDLED: { title: '等您确认', say: '办好没有，您说了算。' },
  } as States,
  step: {
    refuse: '没有受理',
    handle: '办了，等您确认',
    return: '重新找能帮您的人或单位',
  } as Record<string, string>,
};

const en: typeof zh = {
  stages: ['Received', 'Accepted', 'Helping', 'Your word', 'Done'],
  state: {
    ACCEPTED: { title: 'Accepted', say: 'We are looking for somebody who can help.' },
    FILED: { title: 'Being matched', say: 'We are looking for somebody who can help.' },
    REFUSED: { title: 'Not taken up', say: 'The reason is written below.' },
    DISPATCHED: { title: 'Being helped', say: 'Somebody has taken it on.' },
    HANDLED: { title: 'Waiting for your word', say: 'It is done when you say so.' },
  },
  step: {
    refuse: 'Not taken up',
    handle: 'Done, waiting for your word',
    return: 'Somebody else is looked for',
  },
};

export const ofService = inBoth(zh, en);
