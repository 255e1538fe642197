/** Somebody who is on call. */
export interface OnCall {
  accountId: string;
  name: string;
  phone: string;
  from: string;
  until: string;
}

export interface Roster {
  holder: string;
  kind: 'unit' | 'street';
  name: string;
  now: OnCall[];
  nextAt: string | null;
  next: OnCall[];
}

/** One turn of duty, each week or on one day. */
export interface Turn {
  weekday: number | null;
  day: string | null;
  from: string;
  to: string;
  position: number;
  accountId: string;
  name?: string | null;
  phone: string;
}

export interface HandOver {
  id: number;
  note: string;
  leftByName: string;
  leftAt: string;
  signedByName: string | null;
  signedAt: string | null;
}

export interface RosterDetail extends Roster {
  turns: Turn[];
  handOvers: HandOver[];
  people: { accountId: string; name: string }[];
  mayChange: boolean;
  mayHandOver: boolean;
}

/** An urgent order that nobody has taken yet. */
export interface UrgentOrder {
  caseNo: string;
  matterNameZh: string | null;
  matterNameEn: string | null;
  unitCode: string;
  unitName: string | null;
  streetName: string | null;
  orderedAt: string;
  nextCallAt: string | null;
  nobodyAt: string | null;
  calls: { holder: string; name: string; calledAt: string }[];
}

export interface UnansweredHour {
  streetCode: string;
  streetName: string | null;
  weekday: number;
  hour: number;
  unanswered: number;
  orders: number;
}

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** A turn as the server takes it: times without seconds, and no name. */
export function asked(turn: Turn): Turn {
  return {
    weekday: turn.weekday,
    day: turn.day || null,
    from: turn.from.slice(0, 5),
    to: turn.to.slice(0, 5),
    position: Number(turn.position),
    accountId: turn.accountId,
    phone: turn.phone,
  };
}

/** The streets of a table of hours, each with its cells by weekday and hour. */
export function byStreet(
  hours: UnansweredHour[],
): { name: string; cells: Map<string, UnansweredHour> }[] {
  const streets = new Map<string, { name: string; cells: Map<string, UnansweredHour> }>();
  for (const hour of hours) {
    const street = streets.get(hour.streetCode) ?? {
      name: hour.streetName ?? hour.streetCode,
      cells: new Map(),
    };
    street.cells.set(`${hour.weekday}/${hour.hour}`, hour);
    streets.set(hour.streetCode, street);
  }
  return [...streets.values()];
}
