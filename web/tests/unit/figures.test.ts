import { describe, expect, it } from 'vitest';
import type { Indicator } from '../../src/console/model';
import {
  beyondByChance,
  expectedInWords,
  hasPeers,
  isBeyond,
  type Member,
  type Peers,
} from '../../src/console/features/figures/funnel';
import { partsInWords } from '../../src/console/features/figures/figure';
import { inOrder, sortable } from '../../src/console/features/figures/groups';
import { against, markOf, type Objection } from '../../src/console/features/figures/objections';

function member(more: Partial<Member>): Member {
  return {
    group: '1',
    groupName: '一',
    numerator: 20,
    denominator: 40,
    value: 0.5,
    limits: { expected: 30.33, low95: 24.2, high95: 35.9, low998: 20, high998: 39 },
    standing: 'within',
    cases: '',
    denominatorCases: '',
    ...more,
  };
}

function objection(more: Partial<Objection>): Objection {
  return {
    id: '1',
    name: 'filed_rate',
    area: '990104',
    from: '2026-05-01T00:00:00Z',
    to: '2026-05-31T00:00:00Z',
    numerator: 1,
    denominator: 2,
    reason: '',
    by: '',
    own: false,
    at: '',
    upheld: null,
    answer: null,
    answeredBy: null,
    answeredAt: null,
    ...more,
  };
}

describe('members of a peer group', () => {
  it('are told with the whole counts that chance leaves them', () => {
    expect(expectedInWords(member({}))).toBe('30.3（25–35）');
    expect(expectedInWords(member({ limits: null }))).toBe('—');
  });

  it('are marked only where they are beyond', () => {
    expect(isBeyond(member({ standing: 'much_lower' }))).toBe(true);
    expect(isBeyond(member({ standing: 'too_few' }))).toBe(false);
  });

  it('are beyond by chance one in twenty', () => {
    const members = [...Array(94)].map(() => member({})).concat(member({ limits: null }));
    expect(beyondByChance({ members } as Peers)).toBe(5);
  });

  it('are areas and units', () => {
    expect(hasPeers('unit')).toBe(true);
    expect(hasPeers('source')).toBe(false);
  });
});

describe('the table of groups', () => {
  const rows = ['990104006', '990104005', 'none', '990104004'].map((group) => ({ group }));
  const counts: Record<string, number> = { '990104004': 3, '990104005': 7, '990104006': 3 };
  const codes = (of: typeof rows) => of.map((row) => row.group);

  it('is in the order of codes, which says nothing of anybody', () => {
    expect(codes(inOrder(rows, null))).toEqual(['990104004', '990104005', '990104006', 'none']);
  });

  it('can be sorted by how many there are, and whoever has none comes last either way', () => {
    const countOf = (row: { group: string }) => counts[row.group] ?? null;
    expect(codes(inOrder(rows, { countOf, descending: true }))).toEqual([
      '990104005',
      '990104004',
      '990104006',
      'none',
    ]);
    expect(codes(inOrder(rows, { countOf, descending: false }))).toEqual([
      '990104004',
      '990104006',
      '990104005',
      'none',
    ]);
  });

  it('cannot be sorted by a rate or an average: that would be a league table', () => {
    expect(sortable({ unit: 'cases' })).toBe(true);
    expect(sortable({ unit: 'ratio' })).toBe(false);
    expect(sortable({ unit: 'hours' })).toBe(false);
  });
});

describe('the rate of a sample', () => {
  const missed = { numerator: 1, denominator: 4, low: 0.0456, high: 0.6994 } as Indicator;

  it('is told with how many there were and the interval it lies in', () => {
    expect(partsInWords(missed)).toMatch(/1.*4.*\(4\.6%–69\.9%\)/);
    expect(partsInWords({ ...missed, low: null, high: null })).not.toContain('(');
  });
});

describe('objections', () => {
  const may = { from: '2026-05-10', to: '2026-06-10' };

  it('stand beside the figure, the area and the time they are about', () => {
    const one = objection({});
    const others = [
      objection({ name: 'filed' }),
      objection({ area: '990104005' }),
      objection({ from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' }),
    ];
    expect(against([...others, one], 'filed_rate', '990104', may)).toEqual([one]);
  });

  it('mark a figure while any is open, and then by what became of the last', () => {
    expect(markOf([])).toBeNull();
    expect(markOf([objection({ upheld: true }), objection({})])).toBe('contested');
    expect(markOf([objection({ upheld: false }), objection({ upheld: true })])).toBe('notUpheld');
  });
});
