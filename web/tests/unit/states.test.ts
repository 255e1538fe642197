import { describe, expect, it } from 'vitest';
import type { Matter } from '@shared/wire';
import { mayName, nameOfStep } from '../../src/console/features/case/service';
import { isStateOf, stateInLists, stateName } from '../../src/console/states';
import { stepName } from '../../src/field/cases/names';
import { stepOf } from '../../src/resident/track/said';

describe('where something stands', () => {
  it('is told of a service in words of its own', () => {
    expect(stateName('FILED', 'case')).toBe('已立案');
    expect(stateName('FILED', 'service')).toBe('待对接');
    expect(stateName('HANDLED', 'service')).toBe('待本人确认');
    expect(stateName('REPORTED', 'service')).toBe('待受理');
  });

  it('is chosen by both words while cases and services are listed together', () => {
    expect(stateInLists('FILED', '')).toBe('已立案／待对接');
    expect(stateInLists('REPORTED', '')).toBe('待受理');
    expect(stateInLists('FILED', 'service')).toBe('待对接');
    expect(stateInLists('FILED', 'case')).toBe('已立案');
  });

  it('is never with the checker where somebody is helped', () => {
    expect(isStateOf('CHECKED', 'service')).toBe(false);
    expect(isStateOf('CHECKED', '')).toBe(true);
    expect(isStateOf('HANDLED', 'service')).toBe(true);
  });
});

describe('what was done', () => {
  it('is told of a service as of help, to everybody', () => {
    expect(nameOfStep('service', 'refuse')).toBe('不予受理');
    expect(nameOfStep('case', 'refuse')).toBe('不予立案');
    expect(stepName('handle', 'service')).toBe('帮办反馈');
    expect(stepName('handle', 'case')).toBe('处置反馈');
    expect(stepOf('service', 'refuse')).toBe('没有受理');
    expect(stepOf('service', 'rate')).toBe(stepOf('case', 'rate'));
  });
});

describe('a step that names the matter', () => {
  const lamp = { flow: 'case' } as Matter;
  const meals = { flow: 'service' } as Matter;

  it('leaves open what it is while it is taken in', () => {
    expect([lamp, meals].map((one) => mayName('accept', 'case', one))).toEqual([true, true]);
  });

  it('files faults and helps with services', () => {
    expect([lamp, meals].map((one) => mayName('file', 'service', one))).toEqual([true, false]);
    expect([lamp, meals].map((one) => mayName('match', 'case', one))).toEqual([false, true]);
  });

  it('sets right within what it is', () => {
    expect([lamp, meals].map((one) => mayName('correct', 'case', one))).toEqual([true, false]);
    expect([lamp, meals].map((one) => mayName('correct', 'service', one))).toEqual([false, true]);
  });
});
