import { ref } from 'vue';
import { onFactorNeeded } from '@shared/api';

interface Question {
  /** What the person can show. */
  ways: readonly string[];
  answer: (shown: boolean) => void;
}

/** Set while the person is asked to show once more that it is they. */
export const question = ref<Question | null>(null);

let asking: Promise<boolean> | undefined;

/** Several requests may be refused at once; the person is asked once. */
export function askForFactors(): void {
  onFactorNeeded(({ ways }) => {
    asking ??= new Promise<boolean>((answer) => (question.value = { ways, answer })).finally(() => {
      question.value = null;
      asking = undefined;
    });
    return asking;
  });
}
