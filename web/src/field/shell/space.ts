import { ref } from 'vue';

/** Less than a fifth of what the browser may store is left. */
export const nearlyFull = ref(false);

export async function measureSpace(): Promise<void> {
  const { usage = 0, quota = 0 } = (await navigator.storage?.estimate?.()) ?? {};
  nearlyFull.value = quota > 0 && usage / quota > 0.8;
}
