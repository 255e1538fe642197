import { ref } from 'vue';

/** A newer version of the app waits for the worker to take it. */
export const updateWaiting = ref(false);

let registration: ServiceWorkerRegistration | undefined;

export async function watchForUpdates(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  const hadController = !!navigator.serviceWorker.controller;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (hadController) location.reload();
  });
  registration = await navigator.serviceWorker.register('/field/sw.js', { scope: '/field/' });
  note();
  registration.addEventListener('updatefound', () =>
    registration!.installing?.addEventListener('statechange', note),
  );
}

function note(): void {
  updateWaiting.value = !!registration?.waiting && !!navigator.serviceWorker.controller;
}

/** Takes the new version; drafts and the outbox are in the database and stay. */
export function takeUpdate(): void {
  registration?.waiting?.postMessage('take-over');
}
