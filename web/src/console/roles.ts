import { t, zh } from './words';

type Role = keyof typeof zh.role;

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
