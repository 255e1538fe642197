/** The shapes the server speaks (api/openapi.yaml), as far as the pages use them. */

export const STATES = [
  'REPORTED',
  'ACCEPTED',
  'VERIFIED',
  'FILED',
  'DISPATCHED',
  'HANDLED',
  'CHECKED',
  'CLOSED',
  'REFUSED',
  'MERGED',
] as const;
export type State = (typeof STATES)[number];

export const STAGES = ['collect', 'accept', 'dispatch', 'handle', 'answer', 'close'] as const;
export type Stage = (typeof STAGES)[number];

export const SOURCES = [
  'patrol',
  'resident',
  'hotline_12345',
  'monitoring',
  'department',
  'superior',
  'import',
] as const;
export type Source = (typeof SOURCES)[number];

export const STEPS = [
  'accept',
  'verify',
  'file',
  'refuse',
  'self-handle',
  'dispatch',
  'return',
  'handle',
  'check',
  'rework',
  'close',
  'rate',
  'reopen',
  'merge',
] as const;
export type Step = (typeof STEPS)[number];

export type Level =
  'province' | 'city' | 'district' | 'street' | 'community' | 'grid' | 'microgrid';

export interface Post {
  role: string;
  areaCode: string;
  areaName: string | null;
  areaLevel: Level | null;
  unitCode: string | null;
  unitName: string | null;
}

export interface Actor {
  id: string;
  name: string;
  posts: Post[];
}

export interface Division {
  code: string;
  name: string;
  level: Level;
  kind: string | null;
  parentCode: string | null;
  path: string;
}

export interface Unit {
  code: string;
  name: string;
  kind: string;
  areaCode: string;
  parentCode: string | null;
}

export interface Condition {
  no: number;
  textZh: string;
  textEn: string | null;
  /** Such as `4WH`, `2CH`, `3WD`, `5CD`. */
  limit: string;
  closingZh: string | null;
  closingEn: string | null;
  selfHandle: string | null;
}

export interface Matter {
  code: string;
  majorCode: string;
  majorZh: string;
  majorEn: string | null;
  nameZh: string;
  nameEn: string | null;
  kind: string;
  flow: string;
  /** Y, C (on a condition) or N. */
  selfHandle: string;
  selfHandleConditionZh: string | null;
  firstActionZh: string | null;
  privacyLevel: string | null;
  leadUnitCode: string | null;
  conditions: Condition[];
}

export interface CaseItem {
  caseNo: string;
  version: number;
  state: State;
  stage: Stage;
  source: Source;
  matterCode: string | null;
  matterNameZh: string | null;
  matterNameEn: string | null;
  text: string;
  address: string | null;
  lon: number | null;
  lat: number | null;
  cell: string | null;
  cellName: string | null;
  unitCode: string | null;
  unitName: string | null;
  reportedAt: string;
  filedAt: string | null;
  dispatchedAt: string | null;
  handledAt: string | null;
  closedAt: string | null;
  dueAt: string | null;
  heldUntil: string | null;
  overdue: boolean;
  selfHandled: boolean;
  returns: number;
  reworks: number;
  reopenings: number;
  rating: number | null;
  solved: boolean | null;
  mergedInto: string | null;
}

export interface HistoryEntry {
  seq: number;
  step: string;
  state: State;
  at: string;
  recordedAt: string | null;
  actorName: string | null;
  actorRole: string | null;
  unitCode: string | null;
  unitName: string | null;
  note: string | null;
  reason: string | null;
  photoIds: string[];
}

export interface ClockSegment {
  /** Null while the street or the grid itself answers for the case. */
  unitCode: string | null;
  unitName: string | null;
  state: State;
  from: string;
  to: string | null;
}

export interface Clock {
  startedAt: string | null;
  dueAt: string | null;
  stoppedAt: string | null;
  segments: ClockSegment[];
}

export interface Filing {
  conditionNo: number;
  conditionZh: string;
  conditionEn: string | null;
  limit: string;
  closingZh: string | null;
  closingEn: string | null;
}

export interface CaseDetail extends CaseItem {
  history: HistoryEntry[];
  clock: Clock | null;
  photos: { photoId: string; step: string }[];
  steps: Step[];
  filing: Filing | null;
  followers: number;
}

export interface CasePage {
  items: CaseItem[];
  total: number;
  /** True when there are more than `total` says (it is exact to 10,000). */
  more: boolean;
  next: string | null;
}

export interface SimilarCase {
  /** Absent for callers who may not see the case. */
  caseNo?: string;
  distance: number;
  state: State;
  reportedAt: string;
  followers: number;
}

export interface MapBase {
  kind: 'geojson' | 'none';
  url: string | null;
  attribution: string | null;
  bounds: [number, number, number, number] | null;
}

export interface CellLoad {
  cell: string;
  open: number;
  overdue: number;
  dueSoon: number;
}

export interface Indicator {
  name: string;
  group: string | null;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  definition: string;
  /** The list behind the figure, as a request of the API. */
  cases: string | null;
}

export interface IndicatorDefinition {
  name: string;
  labelZh: string;
  labelEn: string;
  numeratorZh: string;
  numeratorEn: string;
  denominatorZh: string | null;
  denominatorEn: string | null;
  definitionZh: string;
  definitionEn: string;
  unit: string;
}

export interface Tracking {
  caseNo: string;
  state: State;
  stage: Stage;
  matterCode: string | null;
  matterNameZh: string | null;
  matterNameEn: string | null;
  text: string;
  address: string | null;
  lon: number | null;
  lat: number | null;
  reportedAt: string;
  dueAt: string | null;
  mergedInto?: true;
  history: { at: string; step: string; state: State; note?: string }[];
  photos: string[];
  steps: Step[];
  rating: number | null;
  solved: boolean | null;
}

export interface Receipt {
  opId: string;
  reportId: string;
  caseNo: string;
  trackingCode: string;
  cell: string | null;
  receivedAt: string;
  serverSeq: number;
  hash: string;
  epoch: string;
}
