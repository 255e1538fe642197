/** A check of premises as `/api/v1/premises` tells of it. */
export interface Inspection {
  id: string;
  version: number;
  state: State;
  premises: string;
  address: string;
  cell: string;
  checklist: Checklist;
  dueOn: string;
  overdue: boolean;
  findings: Finding[];
  history: { step: Step; at: string; by: string; note: string }[];
  steps: Step[];
}

export type State = 'PLANNED' | 'CLEAR' | 'FAULTY' | 'MENDED' | 'CANCELLED';

export type Step = 'plan' | 'inspect' | 'revisit' | 'cancel';

export type Result = 'fine' | 'fault' | 'not_applicable';

export const RESULTS: Result[] = ['fine', 'fault', 'not_applicable'];

export interface Finding {
  itemNo: number;
  result: Result;
  note: string;
  caseNo: string | null;
  mended: boolean | null;
}

export interface Checklist {
  code: string;
  nameZh: string;
  nameEn: string;
  items: Item[];
}

export interface Item {
  no: number;
  zh: string;
  en: string;
}

/** The faults that nobody has seen mended yet. */
export function openFaults(inspection: Inspection): Finding[] {
  return inspection.findings.filter((one) => one.result === 'fault' && one.mended !== true);
}
