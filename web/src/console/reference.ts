import { computed, ref, shallowRef } from 'vue';
import { get } from '@shared/api';
import { inLanguage } from '@shared/language';
import type { Matter } from '@shared/wire';
import { EVERYWHERE, type Division, type Unit } from './model';
import { t } from './words';

/** What seldom changes, read once a visit: matters, units and the divisions asked for so far. */
export const matters = shallowRef<Matter[]>([]);
export const units = shallowRef<Unit[]>([]);
/** No divisions have been imported yet, as far as anybody has asked. */
export const isUnfurnished = ref(false);
/** How the stages are called: in general, and in the district that decided it for itself. */
export interface Stage {
  code: string;
  nameZh: string;
  nameEn: string;
}
export const stageSchemes = shallowRef<{ usual: Stage[]; here: Stage[] }>({ usual: [], here: [] });
const divisions = shallowRef(new Map<string, Division>());

export async function loadReference(): Promise<void> {
  const [known, answering, schemes] = await Promise.all([
    get<Matter[]>('/api/v1/matters'),
    get<Unit[]>('/api/v1/units'),
    get<{ district: string; here: boolean; stages: Stage[] }[]>('/api/v1/rules/stages'),
  ]);
  matters.value = known;
  units.value = answering;
  const usual = schemes.find(({ district }) => !district)?.stages ?? [];
  stageSchemes.value = { usual, here: schemes.find(({ here }) => here)?.stages ?? usual };
}

export const matterByCode = computed(() => new Map(matters.value.map((m) => [m.code, m])));
export const unitByCode = computed(() => new Map(units.value.map((u) => [u.code, u])));

/** A major class and its matters. */
export interface MatterGroup {
  code: string;
  name: string;
  matters: Matter[];
}

/** Matters under their major classes, as pickers show them. */
export const matterGroups = computed(() => {
  const groups = new Map<string, MatterGroup>();
  for (const matter of matters.value) {
    const name = inLanguage(matter.majorZh, matter.majorEn);
    const group = groups.get(matter.majorCode) ?? { code: matter.majorCode, name, matters: [] };
    group.matters.push(matter);
    groups.set(matter.majorCode, group);
  }
  return [...groups.values()];
});

export function matterName(code: string | null): string {
  const matter = code ? matterByCode.value.get(code) : undefined;
  return matter ? inLanguage(matter.nameZh, matter.nameEn) : (code ?? '');
}

export function unitName(code: string | null): string {
  return (code && unitByCode.value.get(code)?.name) || (code ?? '');
}

/** The divisions that lie in no other. */
export async function topDivisions(): Promise<Division[]> {
  const found = await get<Division[]>('/api/v1/divisions');
  remember(found);
  isUnfurnished.value = found.length === 0;
  return found;
}

/** A division by its code; neither nothing nor everything is one. */
export async function divisionOf(code: string): Promise<Division | undefined> {
  const known = divisions.value.get(code);
  if (known || !code || code === EVERYWHERE) return known;
  remember(await get<Division[]>('/api/v1/divisions', { code }));
  return divisions.value.get(code);
}

export async function divisionsIn(parent: string): Promise<Division[]> {
  const found = await get<Division[]>('/api/v1/divisions', { parent });
  remember(found);
  return found;
}

export async function divisionsUnder(area: string, level: string): Promise<Division[]> {
  const found = await get<Division[]>('/api/v1/divisions', { under: area, level });
  remember(found);
  return found;
}

/** The name of an area as far as it has been read; its code until then. */
export function divisionName(code: string): string {
  if (!code || code === EVERYWHERE) return t('area.everywhere');
  return divisions.value.get(code)?.name ?? code;
}

function remember(found: Division[]): void {
  divisions.value = new Map([
    ...divisions.value,
    ...found.map((division) => [division.code, division] as const),
  ]);
}
