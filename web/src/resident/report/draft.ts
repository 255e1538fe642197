import { reactive, watch } from 'vue';
import type { PhotoBytes } from '@shared/phone/photo';
import type { Answers } from '@shared/questions';
import type { Position } from '@shared/wire';

/** A concern being written down. All but the photos survives a reload of this tab. */
export interface Draft {
  point: Position | null;
  address: string;
  matterCode: string | null;
  text: string;
  /** To what is asked besides, by the matter. */
  answers: Record<string, Answers>;
  name: string;
  phone: string;
  /** The reporter says it is the same as one reported nearby. */
  meToo: boolean;
}

const KEY = 'linli.concern';

export const draft = reactive<Draft>({ ...empty(), ...read() });
export const photos = reactive<{ all: PhotoBytes[] }>({ all: [] });

watch(draft, () => sessionStorage.setItem(KEY, JSON.stringify(draft)), { deep: true });

export function forgetDraft(): void {
  Object.assign(draft, empty());
  photos.all = [];
}

function empty(): Draft {
  return {
    point: null,
    address: '',
    matterCode: null,
    text: '',
    answers: {},
    name: '',
    phone: '',
    meToo: false,
  };
}

function read(): Partial<Draft> {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
  } catch {
    return {};
  }
}
