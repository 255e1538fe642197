import type { LocationQuery } from 'vue-router';
import type { Query } from '@shared/api';
import type { CaseState } from '@shared/wire';
import { OPEN_STATES, STATES } from '../../model';

/** `open` is everything somebody still has to act on, `all` no matter in which state. */
export type StateFilter = 'open' | 'all' | CaseState[];

export const SORTS = ['due', 'newest', 'oldest'] as const;
export type Sort = (typeof SORTS)[number];

/** What the queue and its map show. Saved in the address, so that a view can be kept and sent. */
export interface Filters {
  state: StateFilter;
  sort: Sort;
  overdue: boolean;
  area: string;
  stage: string;
  /** `case` or `service`. */
  flow: string;
  matter: string;
  unit: string;
  source: string;
  awaiting: string;
  text: string;
  from: string;
  to: string;
  /**
   * The query of the figure whose cases are listed, as the server wrote it. Such a list is told by
   * the figure alone: the other conditions are empty beside it.
   */
  behind: string;
}

export const TEXT_FIELDS = [
  'area',
  'stage',
  'flow',
  'matter',
  'unit',
  'source',
  'awaiting',
  'text',
  'from',
  'to',
] as const;

export const NO_FILTERS: Filters = {
  state: 'open',
  sort: 'due',
  overdue: false,
  area: '',
  stage: '',
  flow: '',
  matter: '',
  unit: '',
  source: '',
  awaiting: '',
  text: '',
  from: '',
  to: '',
  behind: '',
};

/** Reads the address of the page. Without `state` the queue shows what is open. */
export function filtersFrom(query: LocationQuery): Filters {
  const value = (name: string) => {
    const first = query[name];
    return (Array.isArray(first) ? first[0] : first) ?? '';
  };
  if (value('behind')) return { ...NO_FILTERS, behind: value('behind') };
  const filters = { ...NO_FILTERS };
  for (const field of TEXT_FIELDS) filters[field] = value(field);
  filters.state = stateFrom(value('state'));
  filters.sort = SORTS.find((sort) => sort === value('sort')) ?? NO_FILTERS.sort;
  filters.overdue = value('overdue') === 'true';
  return filters;
}

/** Writes the address of the page: only what differs from the plain queue. */
export function queryOf(filters: Filters): Record<string, string> {
  if (filters.behind) return { behind: filters.behind };
  const query: Record<string, string> = {};
  if (filters.state !== 'open') {
    query.state = filters.state === 'all' ? 'all' : filters.state.join(',');
  }
  if (filters.sort !== NO_FILTERS.sort) query.sort = filters.sort;
  if (filters.overdue) query.overdue = 'true';
  for (const field of TEXT_FIELDS) if (filters[field]) query[field] = filters[field];
  return query;
}

/** What the server is asked for. */
export function requestOf(filters: Filters): { path: string; query: Query } {
  if (filters.behind) {
    const figure = Object.fromEntries(new URLSearchParams(filters.behind));
    return { path: '/api/v1/indicators/cases', query: figure };
  }
  const query: Query = { sort: filters.sort };
  const states = filters.state === 'open' ? OPEN_STATES : filters.state;
  if (states !== 'all') query.state = states.join(',');
  if (filters.overdue) query.overdue = true;
  for (const field of TEXT_FIELDS) query[field] = filters[field];
  return { path: '/api/v1/cases', query };
}

/** The page with the list behind a figure, from the link that came with the figure. */
export function pageBehind(link: string): { path: string; query: Record<string, string> } {
  return { path: '/cases', query: { behind: link.slice(link.indexOf('?') + 1) } };
}

function stateFrom(text: string): StateFilter {
  if (text === 'all') return 'all';
  const named = text.split(',');
  const known = STATES.filter((state) => named.includes(state));
  return known.length > 0 ? known : 'open';
}
