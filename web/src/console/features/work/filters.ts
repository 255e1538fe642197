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
  matter: string;
  unit: string;
  source: string;
  text: string;
  from: string;
  to: string;
  /** Conditions this page has no control for, such as the indicator a list stands behind. */
  extra: Record<string, string>;
}

export const TEXT_FIELDS = [
  'area',
  'stage',
  'matter',
  'unit',
  'source',
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
  matter: '',
  unit: '',
  source: '',
  text: '',
  from: '',
  to: '',
  extra: {},
};

const OWN = new Set<string>([...TEXT_FIELDS, 'state', 'sort', 'overdue']);
const PAGING = new Set(['limit', 'cursor']);

/** Reads the address of the page. Without `state` the queue shows what is open. */
export function filtersFrom(query: LocationQuery): Filters {
  const value = (name: string) => {
    const first = query[name];
    return (Array.isArray(first) ? first[0] : first) ?? '';
  };
  const filters = { ...NO_FILTERS, extra: extraOf(query, value) };
  for (const field of TEXT_FIELDS) filters[field] = value(field);
  filters.state = stateFrom(value('state'));
  filters.sort = SORTS.find((sort) => sort === value('sort')) ?? NO_FILTERS.sort;
  filters.overdue = value('overdue') === 'true';
  return filters;
}

/** Writes the address of the page: only what differs from the plain queue. */
export function queryOf(filters: Filters): Record<string, string> {
  const query: Record<string, string> = { ...filters.extra };
  if (filters.state !== 'open') {
    query.state = filters.state === 'all' ? 'all' : filters.state.join(',');
  }
  if (filters.sort !== NO_FILTERS.sort) query.sort = filters.sort;
  if (filters.overdue) query.overdue = 'true';
  for (const field of TEXT_FIELDS) if (filters[field]) query[field] = filters[field];
  return query;
}

/** What the server is asked for. */
export function requestOf(filters: Filters): Query {
  const query: Query = { ...filters.extra, sort: filters.sort };
  const states = filters.state === 'open' ? OPEN_STATES : filters.state;
  if (states !== 'all') query.state = states.join(',');
  if (filters.overdue) query.overdue = true;
  for (const field of TEXT_FIELDS) query[field] = filters[field];
  return query;
}

/** The page that shows the list behind a figure, from the request the server names for it. */
export function pageOfList(request: string): { path: string; query: Record<string, string> } {
  const params = new URLSearchParams(request.slice(request.indexOf('?') + 1));
  const query: Record<string, string> = { state: 'all', sort: 'newest' };
  for (const [name, value] of params) if (!PAGING.has(name) && value) query[name] = value;
  return { path: '/cases', query };
}

function stateFrom(text: string): StateFilter {
  if (text === 'all') return 'all';
  const named = text.split(',');
  const known = STATES.filter((state) => named.includes(state));
  return known.length > 0 ? known : 'open';
}

function extraOf(query: LocationQuery, value: (name: string) => string): Record<string, string> {
  const names = Object.keys(query).filter((name) => !OWN.has(name) && !PAGING.has(name));
  return Object.fromEntries(names.map((name) => [name, value(name)]));
}
