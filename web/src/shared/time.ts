/**
 * Times as people read them. The mainland has one civil time, so a page shows it whatever the
 * zone of the machine it is opened on.
 */
export const ZONE = 'Asia/Shanghai';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time cut to its two largest parts, such as 2 days 4 hours. */
export interface Span {
  parts: { unit: 'days' | 'hours' | 'minutes'; n: number }[];
}

export function spanOf(millis: number): Span {
  const whole = Math.max(0, millis);
  const days = Math.floor(whole / DAY);
  const hours = Math.floor((whole % DAY) / HOUR);
  const minutes = Math.floor((whole % HOUR) / MINUTE);
  const all = [
    { unit: 'days', n: days },
    { unit: 'hours', n: hours },
    { unit: 'minutes', n: minutes },
  ] as const;
  const first = all.findIndex((part) => part.n > 0);
  if (first < 0) return { parts: [] };
  return { parts: all.slice(first, first + 2).filter((part) => part.n > 0) };
}

/** How long a case has left at a moment; `late` once the due time has passed. */
export function timeLeft(dueAt: string, at: number): { late: boolean; span: Span } {
  const left = Date.parse(dueAt) - at;
  return { late: left < 0, span: spanOf(Math.abs(left)) };
}

/** Due within the next day and not late yet. */
export function dueSoon(dueAt: string | null, at: number): boolean {
  if (!dueAt) return false;
  const left = Date.parse(dueAt) - at;
  return left >= 0 && left < DAY;
}

const PARTS = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function partsOf(at: Date): Record<string, string> {
  return Object.fromEntries(PARTS.formatToParts(at).map((part) => [part.type, part.value]));
}

/** `2026-11-22`. */
export function dateOf(at: string | number | Date): string {
  const p = partsOf(new Date(at));
  return `${p.year}-${p.month}-${p.day}`;
}

/** `15:04`. */
export function clockOf(at: string | number | Date): string {
  const p = partsOf(new Date(at));
  return `${p.hour}:${p.minute}`;
}

/** `11-22 15:04`, with the year in front when it is another one than this. */
export function momentOf(at: string | number | Date, now: number | Date = Date.now()): string {
  const date = dateOf(at);
  const thisYear = dateOf(now).slice(0, 4);
  return `${date.startsWith(thisYear) ? date.slice(5) : date} ${clockOf(at)}`;
}

/** `2026-11-22T16:40`, as a form takes what a clock on the wall says. */
export function wallOf(at: string | number | Date): string {
  return `${dateOf(at)}T${clockOf(at)}`;
}

/** The moment at which a clock on a wall of the mainland says `2026-11-22T16:40`. */
export function instantAt(wall: string): string {
  return new Date(`${wall}+08:00`).toISOString();
}

/** The date so many days away from a date, both as `2026-11-22`. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}
