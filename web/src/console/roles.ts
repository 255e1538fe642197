import { t, zh } from './words';

type Role = keyof typeof zh.role;

/** The roles that a post can be given for; residents and the system hold none. */
export const POST_ROLES = Object.keys(zh.role).filter(
  (role) => role !== 'resident' && role !== 'system',
);

/** Whether a post with this role is held in a unit. */
export function needsUnit(role: string): boolean {
  return role === 'unit_handler';
}

/** 三员: system, security and audit are looked after by three different people. */
const THREE_ADMINISTRATORS = ['administrator', 'security_administrator', 'auditor'];

/** Whether nobody may hold both. */
export function excludes(role: string, other: string): boolean {
  return role !== other && [role, other].every((one) => THREE_ADMINISTRATORS.includes(one));
}

/** A role in words; one this page has not heard of yet keeps its code. */
export function roleName(role: string): string {
  return role in zh.role ? t(`role.${role as Role}`) : role;
}

export function sourceName(source: string): string {
  return source in zh.source ? t(`source.${source as keyof typeof zh.source}`) : source;
}

/** A source in one short word, for the narrow rows of the queue. */
export function shortSource(source: string): string {
  return source in zh.shortSource
    ? t(`shortSource.${source as keyof typeof zh.shortSource}`)
    : source;
}

export function stepName(step: string): string {
  return step in zh.step ? t(`step.${step as keyof typeof zh.step}`) : step;
}
