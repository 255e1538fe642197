import { computed, ref } from 'vue';
import { inLanguage } from '@shared/language';
import type { Matter } from '@shared/wire';
import { keepSetting, setting } from './db';
import { openData } from './openData';

/** Every matter that can be reported, as the phone knows it. */
export const matters = ref<Matter[]>([]);

const USES = 'matter-uses';
const uses = ref<Record<string, number>>({});

export async function loadCatalogue(): Promise<void> {
  uses.value = (await setting<Record<string, number>>(USES)) ?? {};
  matters.value = await openData<Matter[]>('/api/v1/matters');
}

export function matterOf(code: string | null): Matter | undefined {
  return matters.value.find((matter) => matter.code === code);
}

export function matterName(matter: Matter): string {
  return inLanguage(matter.nameZh, matter.nameEn);
}

/** Remembers that a matter was used, so that next time it stands in front. */
export async function noteUse(code: string): Promise<void> {
  uses.value = { ...uses.value, [code]: (uses.value[code] ?? 0) + 1 };
  await keepSetting(USES, { ...uses.value });
}

/** What the cases of these cells are about, for a phone that has reported nothing yet. */
const seenAround = ref<Record<string, number>>({});

export function noteSeen(codes: (string | null)[]): void {
  const seen: Record<string, number> = {};
  for (const code of codes) if (code) seen[code] = (seen[code] ?? 0) + 1;
  seenAround.value = seen;
}

/** The matters used most on this phone, then those most frequent around here. */
export const mostUsed = computed(() => {
  const weight = ({ code }: Matter) =>
    [uses.value[code] ?? 0, seenAround.value[code] ?? 0] as const;
  return matters.value
    .filter((matter) => weight(matter).some((n) => n > 0))
    .sort((a, b) => weight(b)[0] - weight(a)[0] || weight(b)[1] - weight(a)[1])
    .slice(0, 6);
});
