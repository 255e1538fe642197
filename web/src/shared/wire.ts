/** The shapes the server sends and takes, as the pages use them (CONTRACT: HTTP). Times are ISO 8601. */

export interface Post {
  role: string;
  areaCode: string;
  areaName: string | null;
  areaLevel: string | null;
  unitCode: string | null;
  unitName: string | null;
}

/** Who is signed in. */
export interface Actor {
  id: string;
  name: string;
  posts: Post[];
}

/** Some of what the rights' table tells apart, by the name it has there. */
export type Action =
  | 'ACCOUNT_ADMINISTER'
  | 'AUDIT_READ'
  | 'CASE_APPROVE'
  | 'CASE_CHECK'
  | 'CASE_DISPATCH'
  | 'CASE_HANDLE'
  | 'CASE_MERGE'
  | 'CASE_RULE'
  | 'CASE_URGE'
  | 'CASE_VERIFY'
  | 'DATA_IMPORT'
  | 'DEVICE_ADMINISTER'
  | 'DUTY_APPLY'
  | 'DUTY_DECIDE'
  | 'DUTY_READ'
  | 'DUTY_TASK_GIVE'
  | 'DUTY_TASK_READ'
  | 'FIGURE_ANSWER'
  | 'INDICATOR_READ'
  | 'INTAKE_ADMINISTER'
  | 'LOOK_UP_REVIEW'
  | 'MEDIATE'
  | 'PREMISES_PLAN'
  | 'PREMISES_READ'
  | 'PRIVACY_OVERSEE'
  | 'QUARANTINE_SETTLE'
  | 'REGISTER_OPEN'
  | 'RESIDENT_CODE_ISSUE'
  | 'ROSTER_READ'
  | 'RULES_MAKE'
  | 'SIGN_REVIEW'
  | 'SUPERVISE';

/** Who is signed in, and what they may do somewhere. */
export interface SignedIn {
  actor: Actor;
  may: Action[];
}

/** One way a matter becomes a case: its condition, its time limit and what counts as done. */
export interface FilingCondition {
  no: number;
  textZh: string;
  textEn: string | null;
  limit: string;
  closingZh: string | null;
  closingEn: string | null;
  selfHandle: SelfHandle;
}

/** Whether a grid member may close it on the spot: yes, on a condition, no. */
export type SelfHandle = 'Y' | 'C' | 'N';

export interface Matter {
  code: string;
  majorCode: string;
  majorZh: string;
  majorEn: string | null;
  nameZh: string;
  nameEn: string | null;
  kind: string;
  flow: string;
  selfHandle: SelfHandle;
  selfHandleConditionZh: string | null;
  /** What comes before any report, such as 先拨119. */
  firstActionZh: string | null;
  privacyLevel: string;
  leadUnitCode: string | null;
  conditions: FilingCondition[];
}

export type CaseState =
  | 'REPORTED'
  | 'ACCEPTED'
  | 'VERIFIED'
  | 'FILED'
  | 'REFUSED'
  | 'DISPATCHED'
  | 'HANDLED'
  | 'CHECKED'
  | 'CLOSED'
  | 'MERGED'
  | 'SPLIT';

export type Awaiting = 'ruling' | 'extension' | 'hold' | 'forced-close' | 'appeal';

/** A case as lists show it. */
export interface CaseItem {
  caseNo: string;
  version: number;
  state: CaseState;
  /** `service` where it is helped with instead of filed and checked. */
  flow: string;
  stage: string;
  source: string;
  matterCode: string | null;
  matterNameZh: string | null;
  matterNameEn: string | null;
  text: string;
  lon: number | null;
  lat: number | null;
  address: string | null;
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
  overdue: boolean;
  selfHandled: boolean;
  returns: number;
  reworks: number;
  reopenings: number;
  heldUntil: string | null;
  rating: number | null;
  solved: boolean | null;
  mergedInto: string | null;
  /** For what it waits beside the usual course. */
  awaiting: Awaiting | null;
  /** Two people closed it unsolved. */
  forced: boolean;
  /** Being late was excused. */
  exempt: boolean;
  /** How seriously those above watch it. */
  card: 'yellow' | 'red' | null;
  /** Until when it may wait for its office; null where it waits for none. */
  officeDueAt: string | null;
  /** Whose office has it; null for the street's. */
  level: 'grid' | 'community' | 'district' | 'city' | null;
}

export interface HistoryEntry {
  seq: number;
  step: string;
  state: CaseState;
  at: string;
  recordedAt: string;
  actorName: string | null;
  actorRole: string | null;
  unitCode: string | null;
  unitName: string | null;
  note: string | null;
  reason: string | null;
  /** The condition this step filed the case under. */
  conditionNo: number | null;
  /** When it was due before the calendar changed; null but where it did. */
  dueBefore: string | null;
  dueAt: string | null;
  photoIds: string[];
  /** Entered some time after it was done. */
  lateEntry: boolean;
  /** What a correction found. */
  was: Record<string, string | number>;
  /** Whether whoever reported it was reached; null where nobody tried. */
  reached: boolean | null;
  means: ContactMeans | null;
}

/** How somebody is spoken to. */
export type ContactMeans = 'phone' | 'in_person' | 'message';

/** Who held a case from when to when; without a unit it was the street or the grid itself. */
export interface ClockSegment {
  unitCode: string | null;
  unitName: string | null;
  state: CaseState;
  from: string;
  to: string | null;
  /** Whom it counts against: who had it, unless a ruling found otherwise. */
  chargedTo: string | null;
  chargedToName: string | null;
  /** The division whose office had it while no unit did; null for the street's. */
  areaName: string | null;
  /** On hold: it counts against nobody. */
  held: boolean;
}

/** What comes up while a clock runs. */
export interface ShownDeadline {
  kind: 'warn' | 'due' | 'overdue';
  at: string;
  /** When whoever has the case was told; null until then. */
  toldAt: string | null;
}

/** Why a case is put on hold. */
export type HoldGround = 'season' | 'money';

/** What somebody asked for and others decide. */
export interface Application {
  subject: Exclude<Awaiting, 'ruling'>;
  byName: string;
  byRole: string;
  at: string;
  reason: string;
  ground: HoldGround | null;
  until: string | null;
  /** How many have approved it so far. */
  approvals: number;
}

export type ReporterPart = 'name' | 'phone' | 'email';

export interface NamedUnit {
  code: string;
  name: string;
}

export interface CaseDetail extends CaseItem {
  /** What this caller could have shown of how to reach the reporter. */
  reporterParts: ReporterPart[];
  history: HistoryEntry[];
  clock: {
    startedAt: string | null;
    dueAt: string | null;
    stoppedAt: string | null;
    segments: ClockSegment[];
    deadlines: ShownDeadline[];
    /** For what it waits at an office, and until when it may. */
    office: { kind: 'ACCEPT' | 'VERIFY' | 'DISPATCH'; since: string; dueAt: string } | null;
  } | null;
  photos: { photoId: string; step: string }[];
  /** Names of the steps this caller may take now. */
  steps: string[];
  filing: {
    conditionNo: number;
    conditionZh: string;
    conditionEn: string | null;
    limit: string;
    closingZh: string | null;
    closingEn: string | null;
  } | null;
  followers: number;
  application: Application | null;
  /** The units with whose work the reporter was not content. */
  rejected: NamedUnit[];
  /** The units that were asked to help. */
  assists: {
    unit: NamedUnit;
    asked: string;
    askedAt: string;
    answer: string | null;
    answeredAt: string | null;
  }[];
  /** The units that were called on site the last time. */
  meeting: {
    at: string;
    place: string;
    meetAt: string;
    reason: string;
    units: {
      unit: NamedUnit;
      asked: string;
      arrivedAt: string | null;
      /** From the call to the arrival. */
      minutes: number | null;
      metres: number | null;
    }[];
    answeredAt: string | null;
    answer: string | null;
  } | null;
  /** The division whose office has it; null for the street's. */
  officeName: string | null;
  /** How often somebody above urged whoever has it. */
  urged: number;
  /** The reports it goes back to: its own, what was merged into it, and what it is a part of. */
  reports: MergedReport[];
  /** The case that named this concern among others. */
  splitFrom: string | null;
  /** The cases it was split into. */
  parts: CaseItem[];
}

export interface MergedReport {
  caseNo: string;
  source: string;
  sourceSystem: string | null;
  externalId: string | null;
  reportedAt: string;
  /** The case whose split made this one a part of what was reported. */
  partOf: string | null;
}

export interface CasePage {
  items: CaseItem[];
  /** Exact unless `more`. */
  total: number;
  more: boolean;
  next: string | null;
}

/** An open or lately closed case of the same matter near a place. */
export interface SimilarCase {
  caseNo?: string;
  distance: number;
  state: CaseState;
  reportedAt: string;
  followers: number;
}

/** What the server gives for a report once it is durable. */
export interface ReportReceipt {
  opId: string;
  reportId: string;
  caseNo: string;
  trackingCode: string;
  cell: string | null;
  receivedAt: string;
  serverSeq: number;
  hash: string;
  epoch: number;
}

export type Position = [lon: number, lat: number];

export interface CellFeature {
  type: 'Feature';
  properties: { code: string; name: string; level: string; kind: string; parentCode: string };
  geometry:
    | { type: 'Polygon'; coordinates: Position[][] }
    | { type: 'MultiPolygon'; coordinates: Position[][][] };
}

export interface CellCollection {
  type: 'FeatureCollection';
  features: CellFeature[];
}

export interface RoadCollection {
  type: 'FeatureCollection';
  features: {
    type: 'Feature';
    properties: { name?: string | null; highway?: string | null };
    geometry:
      | { type: 'LineString'; coordinates: Position[] }
      | { type: 'MultiLineString'; coordinates: Position[][] };
  }[];
}

/** Which base map this installation has; `none` draws our own cells on a plain ground. */
export interface BaseMap {
  kind: 'geojson' | 'none';
  url: string | null;
  attribution: string | null;
  bounds: [w: number, s: number, e: number, n: number] | null;
}
