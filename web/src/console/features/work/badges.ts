import { dateOf } from '@shared/time';
import { divisionName, matterName, unitName } from '../../reference';
import { sourceName } from '../../roles';
import { t } from '../../words';
import { indicatorLabel } from '../figures/definitions';
import type { Filters } from './filters';
import { stageName } from './stages';

/** One condition in words, and the change that takes it away. */
export interface Badge {
  key: string;
  label: string;
  without: Partial<Filters>;
}

/** Every condition in force beyond the chosen view, each removable on its own. */
export function badgesOf(filters: Filters): Badge[] {
  const badges: Badge[] = [];
  const add = (key: string, label: string, without: Partial<Filters>) =>
    badges.push({ key, label, without });

  for (const [name, value] of Object.entries(filters.extra)) {
    const others = Object.entries(filters.extra).filter(([other]) => other !== name);
    add(name, extraLabel(name, value), { extra: Object.fromEntries(others) });
  }
  if (filters.text) add('text', `“${filters.text}”`, { text: '' });
  if (filters.area) add('area', divisionName(filters.area), { area: '' });
  if (Array.isArray(filters.state) && String(filters.state) !== 'FILED') {
    add('state', filters.state.map((state) => t(`state.${state}`)).join('、'), { state: 'open' });
  }
  if (filters.stage) add('stage', stageName(filters.stage), { stage: '' });
  if (filters.matter) add('matter', matterName(filters.matter), { matter: '' });
  if (filters.unit) add('unit', unitName(filters.unit), { unit: '' });
  if (filters.source) add('source', sourceName(filters.source), { source: '' });
  if (filters.from) add('from', t('filter.since', { date: day(filters.from) }), { from: '' });
  if (filters.to) add('to', t('filter.until', { date: day(filters.to) }), { to: '' });
  return badges;
}

function extraLabel(name: string, value: string): string {
  if (name === 'indicator') return t('filter.behind', { name: indicatorLabel(value) });
  return t('filter.extra', { name: `${name}=${value}` });
}

function day(date: string): string {
  return date.length > 10 ? dateOf(date) : date;
}
