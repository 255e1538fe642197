import { expect, it } from 'vitest';
import { inFull } from '../../src/console/features/rules/model';

it('tells a change of roles by their names', () => {
  const change = {
    subject: 'roles',
    said: '谁可派遣：权限表中的全部角色 → street_dispatcher, shift_leader',
  };
  expect(inFull(change)).toBe('谁可派遣：权限表中的全部角色 → 街道派遣员, 值班长');
});

it('leaves what says nothing of roles as it is', () => {
  const change = { subject: 'stages', said: '阶段：checker → viewer' };
  expect(inFull(change)).toBe('阶段：checker → viewer');
});
