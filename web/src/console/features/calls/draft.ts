import { reactive, watch } from 'vue';
import { newCall, type Call } from './call';

const KEY = 'linli.call';

/**
 * The call that somebody is entering. All but the caller's name and telephone survives a reload of
 * this tab, and nobody else who sits down at it gets to see it.
 */
export function draftOf(actorId: string): Call {
  const draft = reactive<Call>({ ...newCall(), ...kept(actorId) });
  watch(draft, () => sessionStorage.setItem(KEY, written(actorId, draft)), { deep: true });
  return draft;
}

function written(by: string, draft: Call): string {
  return JSON.stringify({ by, call: { ...draft, name: '', phone: '' } });
}

function kept(actorId: string): Partial<Call> {
  try {
    const { by, call } = JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
    return by === actorId ? call : {};
  } catch {
    return {};
  }
}
