import { roleName } from '../../roles';

/** What a district decides about its cases, as the API and its files spell it. */
export interface Rules {
  stages: Stage[];
  turns: Record<
    'returnsUntilRuling' | 'reworksUntilRuling' | 'extensions' | 'longestHoldMonths',
    number
  >;
  sampling: { usual: number; urgent: number; byMatter: Record<string, number> };
  areas: { usual: string; byArea: Record<string, string> };
  limits: OwnLimit[];
  times: Record<
    'warnPercent' | 'onCallMinutes' | 'acceptMinutes' | 'dispatchMinutes' | 'verifyMinutes',
    number
  >;
  similar: Record<'metres' | 'residentsMetres' | 'closedDays', number>;
  roles: Record<string, string[]>;
}

export interface Stage {
  code: string;
  nameZh: string;
  nameEn: string;
  states: string[];
}

export interface OwnLimit {
  matter: string;
  condition: number;
  areaClass: string | null;
  limit: string;
}

export interface Version {
  no: number;
  name: string;
  status: 'planned' | 'in-force' | 'past';
  effectiveAt: string | null;
  draftedBy: string;
  enactedBy: string;
}

export interface DraftLine {
  id: number;
  name: string;
  version: number;
  editedBy: string;
  editedAt: string;
  own: boolean;
}

export interface Overview {
  district: string;
  districtName: string;
  inForce: number;
  versions: Version[];
  drafts: DraftLine[];
  choices: { step: string; roles: string[] }[];
  schemes: { code: 'five' | 'six' | 'seven'; stages: Stage[] }[];
}

export interface Draft {
  id: number;
  district: string;
  name: string;
  version: number;
  editedByName: string;
  rules: Rules;
}

/** Rules as one file. */
export interface RuleFile {
  format: string;
  district: string;
  no: number;
  name: string;
  rules: Rules;
}

export interface Preview {
  changes: Change[];
  conflicts: string[];
}

export interface Change {
  subject: string;
  said: string;
}

/** A change in words; the server tells of roles by their codes. */
export function inFull({ subject, said }: Change): string {
  return subject === 'roles' ? said.replace(/\b[a-z]+(_[a-z]+)*\b/g, roleName) : said;
}

export interface Sums {
  inTime: number;
  late: number;
  rulings: number;
  sampled: number;
}

export interface Trial {
  month: string;
  covered: number;
  /** How many of them are services, which are neither checked nor ruled on. */
  services: number;
  /** How many came without a filing condition, and were replayed under the usual one. */
  assumed: number;
  more: boolean;
  before: Sums;
  after: Sums;
  differences: {
    what: string;
    count: number;
    cases: {
      caseNo: string;
      matterNameZh: string | null;
      matterNameEn: string | null;
      dueBefore: string | null;
      dueAfter: string | null;
    }[];
  }[];
}

export const CLASSES = ['A', 'B', 'C'] as const;
export const LIMIT_KINDS = ['WH', 'CH', 'WD', 'CD'] as const;
export type LimitKind = (typeof LIMIT_KINDS)[number];

/** A limit such as 4WH, in its parts. */
export function partsOf(limit: string): { amount: number; kind: LimitKind } {
  const kind = LIMIT_KINDS.find((known) => limit.endsWith(known)) ?? 'WH';
  return { amount: Number.parseInt(limit, 10) || 1, kind };
}
