import type { Indicator } from '../../model';
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

/**
 * Whether groups may be put in the order of a figure. Of a rate or an average that would be a league
 * table, with the smallest groups at both ends by chance.
 */
export function sortable(figure: Pick<Indicator, 'unit'>): boolean {
  return figure.unit === 'cases';
}

/** Groups by how many they have, or by code where nobody asked. Those that have none come last. */
export function inOrder<Row extends { group: string | null }>(
  rows: Row[],
  sorted: { countOf: (row: Row) => number | null; descending: boolean } | null,
): Row[] {
  const byCode = (a: Row, b: Row) => (a.group ?? '').localeCompare(b.group ?? '', 'en');
  if (!sorted) return [...rows].sort(byCode);
  const { countOf, descending } = sorted;
  return [...rows].sort((a, b) => {
    const [x, y] = [countOf(a), countOf(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null) || byCode(a, b);
    return (descending ? y - x : x - y) || byCode(a, b);
  });
}
