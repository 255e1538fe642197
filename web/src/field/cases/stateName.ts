import type { CaseItem, CaseState } from '@shared/wire';
import { common } from '../words';

/** Where a case stands, or a service, which is no case (帮办). */
export function stateName({ state, flow }: Pick<CaseItem, 'state' | 'flow'>): string {
  const ofService: Partial<Record<CaseState, string>> = common.value.stateOfService;
  return (flow === 'service' && ofService[state]) || common.value.state[state];
}
