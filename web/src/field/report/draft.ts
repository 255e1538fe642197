import { reactive, toRaw, watch } from 'vue';
import type { PhotoBytes } from '@shared/phone/photo';
import type { Position } from '@shared/wire';
import { db, keepSetting, setting } from '../data/db';

/** A report being written. Kept on the phone at each change, so that a reload loses nothing. */
export interface Draft {
  matterCode: string | null;
  point: Position | null;
  /** Metres around the point; null when it was chosen on the map. */
  accuracy: number | null;
  spot: string;
  text: string;
  photos: PhotoBytes[];
  /** The returned operation that this one corrects, and what was wrong with it. */
  corrects: string | null;
  refusal: string;
}

const KEY = 'draft';

export const draft = reactive<Draft>(empty());

function empty(): Draft {
  return {
    matterCode: null,
    point: null,
    accuracy: null,
    spot: '',
    text: '',
    photos: [],
    corrects: null,
    refusal: '',
  };
}

export async function recallDraft(): Promise<void> {
  Object.assign(draft, (await setting<Draft>(KEY)) ?? {});
  watch(draft, () => void keepSetting(KEY, plain()), { deep: true });
}

function plain(): Draft {
  const { point, photos, ...rest } = toRaw(draft);
  return { ...rest, point: point && [point[0], point[1]], photos: toRaw(photos).map(toRaw) };
}

/** Begins a new report with a matter, or goes on with the one that is being written. */
export function choose(matterCode: string): void {
  draft.matterCode = matterCode;
}

export function startFrom(beginning: Partial<Draft>): void {
  Object.assign(draft, empty(), beginning);
}

export async function forgetDraft(): Promise<void> {
  Object.assign(draft, empty());
  await db.settings.delete(KEY);
}
