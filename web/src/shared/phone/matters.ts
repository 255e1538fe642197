import type { Matter } from '../wire';

export interface Major {
  code: string;
  zh: string;
  en: string | null;
  matters: Matter[];
}

/** The catalogue by major class, both in the order of their codes. */
export function byMajor(matters: Matter[]): Major[] {
  const majors = new Map<string, Major>();
  for (const matter of [...matters].sort((a, b) => (a.code < b.code ? -1 : 1))) {
    const major = majors.get(matter.majorCode) ?? {
      code: matter.majorCode,
      zh: matter.majorZh,
      en: matter.majorEn,
      matters: [],
    };
    major.matters.push(matter);
    majors.set(matter.majorCode, major);
  }
  return [...majors.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Words that people use and the catalogue does not. */
const SAID_AS: Record<string, string[]> = {
  电动车: ['电动自行车', '非机动车'],
  电瓶车: ['电动自行车', '非机动车'],
  自行车: ['非机动车', '共享单车'],
  垃圾桶: ['垃圾箱'],
  路灯坏: ['路灯'],
  下水道: ['污水', '雨水'],
  窨井: ['井盖'],
  狗: ['犬'],
  猫: ['流浪犬猫'],
  吵: ['噪声'],
  噪音: ['噪声'],
  漏水: ['漏水', '渗漏'],
  停车: ['停放', '停车'],
  楼道灯: ['楼道照明'],
  杂物: ['堆物', '堆物料'],
  违建: ['违法建设'],
  煤气: ['燃气'],
};

/** Matters whose name, class or filing condition speaks of what is looked for, names first. */
export function search(matters: Matter[], looking: string): Matter[] {
  const wanted = looking.trim().toLowerCase();
  if (!wanted) return [];
  const also = Object.entries(SAID_AS)
    .filter(([said]) => wanted.includes(said))
    .flatMap(([, meant]) => meant);
  const words = [wanted, ...also];
  return matters
    .map((matter) => ({ matter, rank: rankOf(matter, words) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ matter }) => matter);
}

function rankOf(matter: Matter, words: string[]): number {
  const names = [matter.nameZh, matter.nameEn ?? ''].join(' ').toLowerCase();
  if (words.some((word) => names.includes(word))) return 3;
  const majors = [matter.majorZh, matter.majorEn ?? ''].join(' ').toLowerCase();
  if (words.some((word) => majors.includes(word))) return 2;
  const conditions = matter.conditions
    .map(({ textZh, textEn }) => `${textZh} ${textEn ?? ''}`)
    .join(' ')
    .toLowerCase();
  return words.some((word) => conditions.includes(word)) ? 1 : 0;
}
