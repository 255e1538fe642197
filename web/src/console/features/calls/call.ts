import type { Problem } from '@shared/problem';
import type { Answers } from '@shared/questions';
import { instantAt } from '@shared/time';
import { uuidv7 } from '@shared/uuid';
import type { Position } from '@shared/wire';

/** What somebody tells an office by telephone, at the counter or in a letter, while it is entered. */
export interface Call {
  /** Of the one report that it becomes, however often and in whatever words it is sent. */
  opId: string;
  text: string;
  address: string;
  point: Position | null;
  /** Empty while nobody knows. */
  matter: string;
  condition: number | null;
  /** To what is asked besides, by the matter. */
  answers: Record<string, Answers>;
  source: string;
  /** When it was told, as a clock on the wall says it; empty for now. */
  toldAt: string;
  /** The case that it is the same as; empty for none. */
  sameAs: string;
  name: string;
  phone: string;
}

export type Field = 'text' | 'address' | 'matter' | 'source' | 'toldAt' | 'name' | 'phone';

export function newCall(): Call {
  return {
    opId: uuidv7(),
    text: '',
    address: '',
    point: null,
    matter: '',
    condition: null,
    answers: {},
    source: 'resident',
    toldAt: '',
    sameAs: '',
    name: '',
    phone: '',
  };
}

/** Who enters a call with each way it can have come; residents tell everybody. */
const GIVES = {
  hotline_12345: ['street_dispatcher', 'shift_leader', 'district_dispatcher'],
  department: ['street_dispatcher', 'shift_leader', 'district_dispatcher', 'unit_handler'],
  superior: ['street_dispatcher', 'shift_leader', 'district_dispatcher', 'district_leader'],
};

/** The ways in which something can have been told to somebody who holds these roles. */
export function sourcesOf(roles: string[]): string[] {
  const given = Object.entries(GIVES).filter(([, givers]) =>
    givers.some((role) => roles.includes(role)),
  );
  return ['resident', ...given.map(([source]) => source)];
}

/** What has to be there before a call can be entered. */
export function lacking(call: Call): Field[] {
  const lacks: Field[] = [];
  if (!call.text.trim() && !call.sameAs) lacks.push('text');
  if (!call.point && !call.address.trim()) lacks.push('address');
  return lacks;
}

const MOBILE = /(^|\D)1[3-9]\d{9}(\D|$)/;

/** Whether the words say who called: these everybody reads who reads the case. */
export function saysWhoCalled({ text, name, phone }: Pick<Call, 'text' | 'name' | 'phone'>) {
  const digits = phone.replace(/\D/g, '');
  const plain = text.replace(/(\d)[\s-]+(?=\d)/g, '$1');
  return (
    MOBILE.test(plain) ||
    (digits.length > 6 && plain.includes(digits)) ||
    (name.trim().length > 1 && text.includes(name.trim()))
  );
}

interface Said {
  /** Answers to what the matter asks besides. */
  answered: string[];
  /** The roads around the place. */
  roads: string[];
  /** Whether whoever enters it may also merge it into the case it is the same as. */
  merges: boolean;
}

/** The report that a call becomes, in Chinese like every report. */
export function reportOf(call: Call, { answered, roads, merges }: Said): Record<string, unknown> {
  const same = call.sameAs ? `来电人反映的与 ${call.sameAs} 是同一件事。` : '';
  const told = call.text.trim();
  const reporter = given({ name: call.name.trim(), phone: call.phone.trim() });
  return {
    opId: call.opId,
    text: [told || same, ...answered, told && !merges ? same : ''].filter(Boolean).join('\n'),
    source: call.source,
    ...given({
      matterCode: call.matter,
      conditionNo: call.matter && call.condition,
      address: call.address.trim() || nearby(roads),
      occurredAt: call.toldAt && instantAt(call.toldAt),
    }),
    ...(call.point ? { lon: call.point[0], lat: call.point[1] } : {}),
    ...(Object.keys(reporter).length > 0 ? { reporter } : {}),
  };
}

function given(fields: Record<string, string | number | null>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value));
}

function nearby([road, crossing]: string[]): string {
  if (!road) return '';
  return crossing ? `${road}与${crossing}交叉口` : `${road}附近`;
}

/** Where in the form stands what the server calls so. */
const FIELDS: Record<string, Field> = {
  text: 'text',
  address: 'address',
  lon: 'address',
  lat: 'address',
  matterCode: 'matter',
  conditionNo: 'matter',
  source: 'source',
  occurredAt: 'toldAt',
  'reporter.name': 'name',
  'reporter.phone': 'phone',
};

/** The field that a refusal is about; undefined where it is about none of the form's. */
export function fieldOf(problem: Problem): Field | undefined {
  return FIELDS[problem.field];
}
