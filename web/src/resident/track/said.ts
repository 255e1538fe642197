import { words } from '../words';
import type { Tracking } from './model';

/** What its reporter is told of where a concern stands: a service is helped with, and not checked. */
export function saidOf({ flow, state }: Tracking): { title: string; say: string } {
  const { track } = words.value;
  return (flow === 'service' && track.service[state]) || track.state[state];
}
