import { ref } from 'vue';

/** Something one was told. */
export interface Notice {
  id: number;
  topic: string;
  urgent: boolean;
  said: string;
  about: string;
  caseNo: string | null;
  at: string;
  read: boolean;
}

export interface Inbox {
  items: Notice[];
  unread: number;
  urgent: number;
  next: number | null;
}

export interface Wishes {
  language: string;
  channels: string[];
  open: string[];
  quietFrom: number;
  quietTo: number;
  email: string;
  phone: string;
}

/** How many notices wait to be read: the bell asks, and the page that reads them says so, too. */
export const waiting = ref({ unread: 0, urgent: 0 });

const MINUTES = 60;

/** A minute of the day as a clock shows it. */
export function clockOfMinute(minute: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minute / MINUTES))}:${two(minute % MINUTES)}`;
}

/** The minute of the day that a clock shows; 0 for none. */
export function minuteOfClock(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return (hours || 0) * MINUTES + (minutes || 0);
}
