import { dateOf, timeLeft, type Span } from '@shared/time';
import type { CaseItem } from '@shared/wire';
import { t } from './words';

/** A length of time in words: 2 天 4 小时. */
export function spanInWords(span: Span): string {
  if (span.parts.length === 0) return t('time.lessThanMinute');
  return span.parts.map(({ unit, n }) => t(`time.${unit}`, { n })).join(' ');
}

export function leftInWords(dueAt: string, at: number): string {
  const { late, span } = timeLeft(dueAt, at);
  return t(late ? 'time.over' : 'time.left', { span: spanInWords(span) });
}

/** The same in its largest part alone, where there is little room: 超期 2 天. */
function roughlyLeftInWords(dueAt: string, at: number): string {
  const { late, span } = timeLeft(dueAt, at);
  const parts = span.parts.slice(0, 1);
  return t(late ? 'time.over' : 'time.left', { span: spanInWords({ parts }) });
}

/** A limit such as `4WH` in words: 4 个工作时. */
export function limitInWords(limit: string): string {
  const [, n, unit] = /^(\d+)(WH|CH|WD|CD)$/.exec(limit) ?? [];
  return n && unit ? t(`unit.${unit as 'WH' | 'CH' | 'WD' | 'CD'}`, { n: Number(n) }) : limit;
}

/** What stands in the queue's time column. */
export function dueInWords(item: CaseItem, at: number): string {
  if (item.closedAt) return t('queue.closedAt', { date: dateOf(item.closedAt).slice(5) });
  if (item.heldUntil) return t('queue.heldUntil', { date: dateOf(item.heldUntil).slice(5) });
  if (['REFUSED', 'MERGED', 'SPLIT'].includes(item.state)) return '—';
  if (!item.dueAt) return officeInWords(item, at);
  if (item.handledAt && !item.overdue) return wasOnTime(item.dueAt, item.handledAt);
  return roughlyLeftInWords(item.dueAt, at);
}

/** Before its clock runs a case waits for the office: to be accepted, verified and dispatched. */
function officeInWords({ officeDueAt }: CaseItem, at: number): string {
  if (!officeDueAt) return t('time.noLimit');
  return t('queue.office', { left: roughlyLeftInWords(officeDueAt, at) });
}

function wasOnTime(dueAt: string, handledAt: string): string {
  return t(timeLeft(dueAt, Date.parse(handledAt)).late ? 'queue.answeredLate' : 'clock.onTime');
}

export function answeredInWords(dueAt: string, handledAt: string): string {
  const { late, span } = timeLeft(dueAt, Date.parse(handledAt));
  return late ? t('clock.late', { span: spanInWords(span) }) : t('clock.onTime');
}
