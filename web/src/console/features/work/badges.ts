import { inARow } from '@shared/language';
import { dateOf } from '@shared/time';
import { divisionName, matterName, unitName } from '../../reference';
import { sourceName } from '../../roles';
import { flowName, stateInLists } from '../../states';
import { t, zh } from '../../words';
import { indicatorLabel } from '../figures/definitions';
import { groupName } from '../figures/groups';
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

  if (filters.behind) add('behind', figureInWords(filters.behind), { behind: '' });
  if (filters.text) add('text', `“${filters.text}”`, { text: '' });
  if (filters.area) add('area', divisionName(filters.area), { area: '' });
  if (Array.isArray(filters.state) && String(filters.state) !== 'FILED') {
    const names = filters.state.map((state) => stateInLists(state, filters.flow));
    add('state', inARow(names), { state: 'open' });
  }
  if (filters.flow) add('flow', flowName(filters.flow), { flow: '' });
  if (filters.stage) add('stage', stageName(filters.stage), { stage: '' });
  if (filters.matter) add('matter', matterName(filters.matter), { matter: '' });
  if (filters.unit) add('unit', unitName(filters.unit), { unit: '' });
  if (filters.source) add('source', sourceName(filters.source), { source: '' });
  if (filters.awaiting in zh.awaiting) {
    const awaiting = filters.awaiting as keyof typeof zh.awaiting;
    add('awaiting', t(`awaiting.${awaiting}`), { awaiting: '' });
  }
  if (filters.from) add('from', t('filter.since', { date: day(filters.from) }), { from: '' });
  if (filters.to) add('to', t('filter.until', { date: day(filters.to) }), { to: '' });
  return badges;
}

/** The figure whose cases are listed: 按期结案率 · 分子 · 清和街道 · 11-01 至 11-22. */
function figureInWords(behind: string): string {
  const asked = new URLSearchParams(behind);
  const given = (name: string) => asked.get(name) ?? '';
  const period = [given('from'), given('to')].map(day).join(' – ');
  return [
    t('filter.behind', { name: indicatorLabel(given('name')) }),
    t(given('part') === 'denominator' ? 'figures.denominator' : 'figures.numerator'),
    given('area') && divisionName(given('area')),
    given('group') && groupName(given('by'), given('group')),
    period.length > 3 && period,
  ]
    .filter(Boolean)
    .join(' · ');
}

function day(date: string): string {
  return date.length > 10 ? dateOf(date) : date;
}
