import { afterEach, describe, expect, it } from 'vitest';
import { nextTick } from 'vue';
import {
  fieldOf,
  lacking,
  newCall,
  reportOf,
  saysWhoCalled,
  sourcesOf,
} from '../../src/console/features/calls/call';
import { draftOf } from '../../src/console/features/calls/draft';
import { alike, inOrder } from '../../src/console/features/calls/nearby';
import { addressOn, roadsIn } from '../../src/console/features/calls/where';
import { Problem } from '../../src/shared/problem';
import type { CaseItem, Position } from '../../src/shared/wire';

const PLACE: Position = [123.25, 30.45];
const CASE_NO = 'C-1';
const ALONE = { answered: [], roads: [], merges: true };

describe('the report that a call becomes', () => {
  it('holds what was told, and the caller apart from it', () => {
    const call = { ...newCall(), text: ' 路灯不亮 ', point: PLACE, matter: '12004', condition: 2 };
    const said = { ...ALONE, answered: ['几盏 三盏'], roads: ['竹影路'] };
    expect(reportOf({ ...call, name: '陆女士', toldAt: '2026-11-22T09:30' }, said)).toEqual({
      opId: call.opId,
      text: '路灯不亮\n几盏 三盏',
      source: 'resident',
      matterCode: '12004',
      conditionNo: 2,
      address: '竹影路附近',
      occurredAt: '2026-11-22T01:30:00.000Z',
      lon: PLACE[0],
      lat: PLACE[1],
      reporter: { name: '陆女士' },
    });
  });

  it('says nothing of what nobody knows', () => {
    const call = { ...newCall(), text: '吵', address: '幸福里 3 号楼' };
    expect(Object.keys(reportOf(call, ALONE)).sort()).toEqual([
      'address',
      'opId',
      'source',
      'text',
    ]);
  });

  it('names the case it is the same as to whoever may merge them, unless the clerk does', () => {
    const call = { ...newCall(), text: '灯坏了', sameAs: CASE_NO };
    expect(reportOf(call, ALONE).text).toBe('灯坏了');
    expect(reportOf(call, { ...ALONE, merges: false }).text).toContain(`与 ${CASE_NO} 是同一件事`);
    expect(reportOf({ ...call, text: '' }, ALONE).text).toContain(CASE_NO);
  });
});

describe('a call', () => {
  it('lacks words and a place, unless it is the same as a case', () => {
    expect(lacking(newCall())).toEqual(['text', 'address']);
    expect(lacking({ ...newCall(), sameAs: CASE_NO, point: PLACE })).toEqual([]);
  });

  it('came in a way that is theirs to say', () => {
    expect(sourcesOf(['grid_head'])).toEqual(['resident']);
    expect(sourcesOf(['unit_handler'])).toEqual(['resident', 'department']);
    expect(sourcesOf(['street_dispatcher'])).toContain('hotline_12345');
  });

  it('is refused at the field that the server names', () => {
    const refused = (field: string) => fieldOf(new Problem(400, 'report/phone', '…', field));
    expect(refused('reporter.phone')).toBe('phone');
    expect(refused('lon')).toBe('address');
    expect(refused('')).toBeUndefined();
  });
});

describe('words', () => {
  const mobile = `138${'0'.repeat(8)}`;

  it('that say who called are noticed', () => {
    const caller = { name: '陆小曼', phone: '' };
    expect(saysWhoCalled({ ...caller, text: '陆小曼说灯坏了' })).toBe(true);
    expect(saysWhoCalled({ ...caller, text: `回电 ${mobile}` })).toBe(true);
    expect(saysWhoCalled({ name: '', phone: '0571-1234 5678', text: '057112345678 回电' })).toBe(
      true,
    );
    expect(saysWhoCalled({ ...caller, text: '12 号楼 3 单元灯坏了' })).toBe(false);
  });

  it('are alike by what they share', () => {
    expect(alike('竹影路路灯不亮', '路灯不亮，天黑')).toBeGreaterThan(0.5);
    expect(alike('竹影路路灯不亮', '垃圾没人收')).toBe(0);
    expect(alike('灯', '灯')).toBe(0);
  });
});

describe('cases around a place', () => {
  const item = (caseNo: string, text: string, metres: number): CaseItem =>
    ({
      ...{ caseNo, text, state: 'REPORTED', flow: 'case', matterCode: '12004' },
      ...{ lon: PLACE[0], lat: PLACE[1] + metres / 111_320, reportedAt: '2026-11-22T01:00:00Z' },
    }) as CaseItem;
  const told = { point: PLACE, matter: '12004', text: '路灯不亮' };

  it('stand in the order of how likely they are the same, then of how near', () => {
    const open = [
      item('far', '井盖', 80),
      item('near', '垃圾', 5),
      item('alike', '路灯不亮了', 60),
    ];
    const listed = inOrder({ open, similar: [] }, told);
    expect(listed.map(({ caseNo }) => caseNo)).toEqual(['alike', 'near', 'far']);
    expect(listed.map(({ likely }) => likely)).toEqual([true, false, false]);
  });

  it('are listed once, with what the server knows of the similar ones', () => {
    const similar = [
      {
        caseNo: 'far',
        distance: 80,
        state: 'REPORTED' as const,
        reportedAt: '2026-11-22T01:00:00Z',
        followers: 2,
      },
    ];
    const [first, ...others] = inOrder({ open: [item('far', '井盖', 80)], similar }, told);
    expect(first).toMatchObject({ caseNo: 'far', text: '井盖', followers: 2, likely: true });
    expect(others).toEqual([]);
  });
});

describe('an address', () => {
  const road = { name: '竹影路', lines: [[PLACE]] };

  it('finds its road, typed in part or with more behind it', () => {
    expect(roadsIn('竹影', [road])).toEqual([road]);
    expect(roadsIn('竹影路 12 号', [road])).toEqual([road]);
    expect(roadsIn('', [road])).toEqual([]);
  });

  it('keeps what is known beyond the road', () => {
    expect(addressOn(road, '竹影')).toBe('竹影路');
    expect(addressOn(road, '竹影路 12 号')).toBe('竹影路 12 号');
  });
});

describe('the draft of a call', () => {
  afterEach(() => sessionStorage.clear());

  it('survives a reload without the caller, for whoever wrote it', async () => {
    const draft = draftOf('me');
    Object.assign(draft, { text: '灯坏了', name: '陆小曼', phone: '1234567' });
    await nextTick();

    expect(sessionStorage.getItem('linli.call')).not.toMatch(/陆小曼|1234567/);
    expect(draftOf('me')).toMatchObject({ text: '灯坏了', opId: draft.opId, name: '', phone: '' });
    expect(draftOf('somebody else').text).toBe('');
  });
});
