/** Somebody of the demo district whom a visitor may be. */
export interface Persona {
  key: string;
  name: string;
  role: string;
  areaCode: string;
  areaName: string | null;
  unitCode: string | null;
  unitName: string | null;
  page: string;
}

export interface Demo {
  personas: Persona[];
  endsOn: string;
}

/** What the stories are about in this district. */
export interface Scene {
  /** The name of a persona, or of what they belong to. */
  name: (key: string) => string;
  unit: string;
  grid: string;
  /** A spot in the grid member's cell, as the portal's address takes it; empty while unknown. */
  spot: string;
  /** The tracking code of what was last reported from this device. */
  code: string;
  /** The number of that case in the office. */
  caseNo: string;
}

export interface Step {
  say: string;
  /** Who opens the page; without one it is a resident, who needs no account. */
  as?: string;
  to?: string;
}

export interface Story {
  title: string;
  lead: string;
  steps: Step[];
}
