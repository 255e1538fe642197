import { onBeforeUnmount, onMounted, ref, useTemplateRef } from 'vue';

/** A list behind a button: Escape closes it and gives the button back, a press elsewhere closes it. */
export function useMenu() {
  const open = ref(false);
  const root = useTemplateRef<HTMLElement>('root');
  const opener = useTemplateRef<HTMLButtonElement>('opener');

  function closeByKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !open.value) return;
    open.value = false;
    opener.value?.focus();
  }

  function closeOutside(event: Event): void {
    if (!root.value?.contains(event.target as Node)) open.value = false;
  }

  onMounted(() => document.addEventListener('pointerdown', closeOutside));
  onBeforeUnmount(() => document.removeEventListener('pointerdown', closeOutside));
  return { open, closeByKey };
}
