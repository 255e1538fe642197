import type { CaseItem, CaseState } from '@shared/wire';
import { common, nameIn } from '../words';

/** Where a case stands, or a service, which is no case (帮办). */
export function stateName({ state, flow }: Pick<CaseItem, 'state' | 'flow'>): string {
  const ofService: Partial<Record<CaseState, string>> = common.value.stateOfService;
  return (flow === 'service' && ofService[state]) || common.value.state[state];
}

/** What was done with it, in the words of its way. */
export function stepName(step: string, flow: string): string {
  const ofService: Record<string, string> = common.value.stepOfService;
  return (flow === 'service' && ofService[step]) || nameIn(common.value.step, step);
}
