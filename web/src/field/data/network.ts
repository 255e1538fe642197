import { ref } from 'vue';

/** Whether the server answered when it was last asked. The browser's own word counts only as no. */
export const reached = ref(navigator.onLine);

addEventListener('offline', () => (reached.value = false));
