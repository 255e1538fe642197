import { describe, expect, it } from 'vitest';
import { Problem } from '@shared/problem';
import {
  apartInPosts,
  draftOf,
  emptyPost,
  faultsOf,
  missingIn,
  missingInPosts,
  postBodies,
} from '../../src/console/features/admin/accountDraft';

const LABELS = { id: '编号', areaCode: '区域' };

describe('the form of an account', () => {
  it('asks for a unit only where the role needs one', () => {
    const viewer = { ...emptyPost(), role: 'viewer', areaCode: '990104' };
    const handler = { ...viewer, role: 'unit_handler' };

    expect(missingInPosts([viewer, handler, emptyPost()])).toEqual([
      'posts[1].unitCode',
      'posts[2].role',
      'posts[2].areaCode',
    ]);
  });

  it('asks for a name and a number, but for no post', () => {
    expect(missingIn({ name: ' ', number: '', posts: [] })).toEqual(['name', 'id']);
  });

  it('lets nobody be two of the three administrators', () => {
    const as = (role: string) => ({ ...emptyPost(), role, areaCode: '/' });
    const roles = ['administrator', 'viewer', 'administrator', 'auditor'];

    expect(apartInPosts(roles.map(as))).toEqual(['posts[3].role']);
    expect(apartInPosts(['security_administrator', 'checker'].map(as))).toEqual([]);
  });

  it('sends posts back as they came', () => {
    const held = { role: 'checker', areaCode: '990104', unitCode: null };
    const names = { areaName: '示范区', areaLevel: 'district', unitName: null };

    expect(postBodies(draftOf([{ ...held, ...names }]))).toEqual([held]);
  });

  it('says a refusal at its field, by the label people know', () => {
    const problem = new Problem(
      422,
      'access/no-such-area',
      'posts[1].areaCode 不能是“X 1”：没有这个区域。',
      'posts[1].areaCode',
    );

    expect(faultsOf(problem, problem.detail, LABELS)).toEqual({
      'posts[1].areaCode': '区域不能是“X 1”：没有这个区域。',
    });
  });

  it('says a refusal of something it does not show for the whole form', () => {
    const problem = new Problem(422, 'request/missing', '缺少 opId，请补上。', 'opId');

    expect(faultsOf(problem, problem.detail, LABELS)).toEqual({ '': '缺少 opId，请补上。' });
  });
});
