import { language } from '@shared/language';
import type { CaseState } from '@shared/wire';
import { t, zh } from './words';

/** The ways that lists tell apart. */
export const FLOWS = ['case', 'service'] as const;

/** A service is never seen to on the spot, and nobody checks it. */
const OF_CASES_ALONE: CaseState[] = ['VERIFIED', 'CHECKED'];

/** Where something stands, in the words of the way that it goes. */
export function stateName(state: CaseState, flow: string): string {
  return flow === 'service' && state in zh.stateOfService
    ? t(`stateOfService.${state as keyof typeof zh.stateOfService}`)
    : t(`state.${state}`);
}

/** A state for those who choose by it: in both words while both ways are listed. */
export function stateInLists(state: CaseState, flow: string): string {
  const flows = flow ? [flow] : FLOWS;
  return [...new Set(flows.map((one) => stateName(state, one)))].join(
    language.value === 'en' ? ' / ' : '／',
  );
}

/** Whether something that goes this way can stand there. */
export function isStateOf(state: CaseState, flow: string): boolean {
  return flow !== 'service' || !OF_CASES_ALONE.includes(state);
}

/** Cases, or services; one that this page has not heard of keeps its code. */
export function flowName(flow: string): string {
  return flow in zh.flow ? t(`flow.${flow as keyof typeof zh.flow}`) : flow;
}
