import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue';
import { Problem } from '@shared/problem';
import { endedBy } from './session';

const PERIOD_MILLIS = 30_000;

/** The time now, moving on by itself, for whatever is told as time left. */
export const now = ref(Date.now());

export interface Live {
  /** When the page's data was last read. */
  asOf: Ref<number | null>;
  /** Why the latest reading failed; the page keeps showing what it has. */
  problem: Ref<Problem | null>;
  busy: Ref<boolean>;
  refresh: () => Promise<void>;
}

/**
 * Keeps a page's data fresh by reading it again every half minute while the page is looked at.
 * Polling passes every proxy; a stream that proxies hold back would not.
 */
export function useLive(load: (signal: AbortSignal) => Promise<void>): Live {
  const asOf = ref<number | null>(null);
  const problem = ref<Problem | null>(null);
  const busy = ref(false);
  let reading: AbortController | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;

  async function refresh(): Promise<void> {
    reading?.abort();
    const mine = (reading = new AbortController());
    busy.value = true;
    try {
      await load(mine.signal);
      now.value = asOf.value = Date.now();
      problem.value = null;
    } catch (failure) {
      if (mine.signal.aborted || endedBy(failure)) return;
      if (!(failure instanceof Problem)) throw failure;
      problem.value = failure;
    } finally {
      if (reading === mine) busy.value = false;
    }
  }

  function tick(): void {
    now.value = Date.now();
    if (document.visibilityState === 'visible') void refresh();
  }

  onMounted(() => {
    timer = setInterval(tick, PERIOD_MILLIS);
    document.addEventListener('visibilitychange', tick);
    void refresh();
  });
  onBeforeUnmount(() => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', tick);
    reading?.abort();
  });
  return { asOf, problem, busy, refresh };
}
