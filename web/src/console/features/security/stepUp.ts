import { ref } from 'vue';
import { onFactorNeeded } from '@shared/api';

interface Question {
  answer: (shown: boolean) => void;
}

/** Set while the person is asked to show once more that it is they. */
export const question = ref<Question | null>(null);

let asking: Promise<boolean> | undefined;

/** Several requests may be refused at once; the person is asked once. */
export function askForFactors(): void {
  onFactorNeeded(() => {
    asking ??= new Promise<boolean>((answer) => (question.value = { answer })).finally(() => {
      question.value = null;
      asking = undefined;
    });
    return asking;
  });
}
