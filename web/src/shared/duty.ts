/** A line of the duty list, as the server shows it to anybody. */
export interface Duty {
  entryId: string;
  status: 'asked' | 'refused' | 'live' | 'expired';
  unitCode: string | null;
  unitName: string | null;
  areaCode: string;
  areaName: string | null;
  titleZh: string;
  titleEn: string;
  basisZh: string;
  basisEn: string;
  form: 'patrol' | 'visit' | 'call' | 'meeting' | 'publicity' | 'assistance' | 'record';
  times: number;
  every: 'day' | 'week' | 'month' | 'quarter' | 'year';
  perHousehold: boolean;
  minutes: number;
  roles: string[];
  meansZh: string;
  meansEn: string;
  fields: string[];
  struck: string[];
  matters: string[];
  endsOn: string;
  renews: string | null;
  decision: string | null;
}

export interface DutyList {
  entries: Duty[];
  /** What nobody may ask of a grid member, in words. */
  never: string[];
  /** What the register holds, and nobody is asked for again. */
  held: string[];
}
