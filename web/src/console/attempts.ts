import { ref, type Ref } from 'vue';
import { inWords } from './failure';

/**
 * Does what takes its time and may fail. What there is to say of it, good (`told`) or bad
 * (`problem`), stands until the next attempt.
 */
export function useAttempts(): {
  problem: Ref<string>;
  told: Ref<string>;
  busy: Ref<boolean>;
  attempt: (work: () => Promise<void>) => Promise<void>;
} {
  const problem = ref('');
  const told = ref('');
  const busy = ref(false);

  async function attempt(work: () => Promise<void>): Promise<void> {
    busy.value = true;
    problem.value = told.value = '';
    try {
      await work();
    } catch (failure) {
      problem.value = inWords(failure);
    } finally {
      busy.value = false;
    }
  }

  return { problem, told, busy, attempt };
}
