import { divisionName, matterName, matters, unitName } from '../../reference';
import { inLanguage } from '@shared/language';
import { sourceName } from '../../roles';
import { t } from '../../words';

export const GROUPINGS = [
  'street',
  'community',
  'grid',
  'source',
  'unit',
  'matter',
  'major',
  'month',
] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What figures are told apart by, in words. */
export function groupingName(by: Grouping): string {
  return by === 'month' ? t('figures.byMonth') : t(`figures.${by}`);
}

/** A group in words; the server's own name for it comes first where there is one. */
export function groupName(by: string, code: string | null, given?: string | null): string {
  if (code === null || code === 'none') return t('figures.none');
  if (by === 'unit' && code === 'grid') return t('figures.gridItself');
  if (by === 'source') return sourceName(code);
  if (by === 'matter') return matterName(code) || (given ?? code);
  if (by === 'major') return majorName(code) || (given ?? code);
  if (given) return given;
  if (by === 'unit') return unitName(code);
  return by === 'month' ? code : divisionName(code);
}

function majorName(code: string): string {
  const matter = matters.value.find((candidate) => candidate.majorCode === code);
  return matter ? inLanguage(matter.majorZh, matter.majorEn) : '';
}
