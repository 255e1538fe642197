import { words } from '../words';
import type { Tracking } from './model';
import { ofService } from './words';

/** What was done, in the words of the way that a concern goes. */
export function stepOf(flow: string, step: string): string {
  return (flow === 'service' && ofService.value.step[step]) || words.value.track.step[step] || step;
}

/** What its reporter is told of where a concern stands: a service is helped with, and not checked. */
export function saidOf({ flow, state }: Tracking): { title: string; say: string } {
  return (flow === 'service' && ofService.value.state[state]) || words.value.track.state[state];
}
