import { describe, expect, it } from 'vitest';
import {
  filtersFrom,
  NO_FILTERS,
  pageBehind,
  queryOf,
  requestOf,
  type Filters,
} from '../../src/console/features/work/filters';

const narrow: Filters = {
  state: ['FILED', 'DISPATCHED'],
  sort: 'newest',
  overdue: true,
  area: '990104006',
  stage: 'handle',
  flow: 'service',
  matter: '11001',
  unit: 'HW',
  source: 'resident',
  awaiting: 'ruling',
  text: '路灯',
  from: '2026-11-01',
  to: '2026-11-22',
  behind: '',
};

describe('the filters of the queue', () => {
  it('come back from the address as they went in', () => {
    expect(filtersFrom(queryOf(narrow))).toEqual(narrow);
    expect(filtersFrom(queryOf(NO_FILTERS))).toEqual(NO_FILTERS);
  });

  it('leave a plain address when there are none', () => {
    expect(queryOf(NO_FILTERS)).toEqual({});
  });

  it('ask for what is open unless a state is named', () => {
    expect(requestOf(NO_FILTERS).query.state).toBe(
      'REPORTED,ACCEPTED,VERIFIED,FILED,DISPATCHED,HANDLED,CHECKED',
    );
    expect(requestOf({ ...NO_FILTERS, state: 'all' }).query.state).toBeUndefined();
    expect(requestOf(narrow).query.state).toBe('FILED,DISPATCHED');
  });

  it('fall back to what is open for a state nobody knows', () => {
    expect(filtersFrom({ state: 'GONE', sort: 'sideways' })).toEqual(NO_FILTERS);
  });

  it('never take the place in a list for a condition', () => {
    expect(filtersFrom({ cursor: 'abc', limit: '5' })).toEqual(NO_FILTERS);
  });
});

describe('the list behind a figure', () => {
  const link =
    '/api/v1/indicators/cases?name=on_time_rate_of_due&part=numerator&area=990104&from=2026-11-01&by=street&group=990104006';

  it('opens in the queue and asks for exactly what the figure counted', () => {
    const { path, query } = pageBehind(link);
    const request = requestOf(filtersFrom(query));

    expect(path).toBe('/cases');
    expect(request.path).toBe('/api/v1/indicators/cases');
    expect(request.query).toEqual({
      name: 'on_time_rate_of_due',
      part: 'numerator',
      area: '990104',
      from: '2026-11-01',
      by: 'street',
      group: '990104006',
    });
  });

  it('keeps its address', () => {
    const { query } = pageBehind(link);
    expect(queryOf(filtersFrom(query))).toEqual(query);
  });
});
