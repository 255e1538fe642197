import { liveQuery } from 'dexie';
import { computed, ref, watch } from 'vue';
import { language } from '@shared/language';
import { db, keepSetting, LANGUAGE } from '../data/db';
import { reached } from '../data/network';
import { actor, askServer, signInNeeded } from '../data/session';
import { flush } from './flush';
import type { Operation } from './model';
import { hurry, tidy } from './outbox';

/** The outbox as it stands, newest first, whichever tab or worker changed it. */
export const operations = ref<Operation[]>([]);

const mine = computed(() => operations.value.filter((it) => it.actorId === actor.value?.id));

export const queued = computed(() => mine.value.filter((it) => it.state === 'queued'));
export const delivered = computed(() => mine.value.filter((it) => it.state === 'delivered'));

/** Returned and not yet corrected. */
export const returned = computed(() =>
  mine.value.filter((it) => it.state === 'returned' && !it.correctedBy),
);

/** Written on this phone by somebody else and still waiting for their next sign-in. */
export const ofOthers = computed(
  () =>
    operations.value.filter((it) => it.state === 'queued' && it.actorId !== actor.value?.id).length,
);

export const sending = ref(false);

const EVERY = 5_000;

/** Keeps the outbox moving: after each entry, when the network or the page comes back, and by clock. */
export function startSending(): void {
  liveQuery(() => db.outbox.orderBy('opId').reverse().toArray()).subscribe((all) => {
    operations.value = all;
  });
  watch(language, (chosen) => void keepSetting(LANGUAGE, chosen), { immediate: true });
  addEventListener('online', () => void comeBack());
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void sendDue();
  });
  setInterval(() => void (reached.value ? sendDue() : comeBack()), EVERY);
  void tidy(Date.now());
  void sendDue();
}

async function comeBack(): Promise<void> {
  if (navigator.onLine) await askServer();
  if (reached.value) await sendNow();
}

/** Sends what is waiting even if its turn has not come. */
export async function sendNow(): Promise<void> {
  await hurry();
  await sendDue();
}

export async function sendDue(): Promise<void> {
  if (sending.value || signInNeeded.value || !navigator.onLine) return;
  sending.value = true;
  try {
    const done = await flush();
    if (done.signInNeeded) signInNeeded.value = true;
    else if (!done.busy && queued.value.length > 0) reached.value = done.reached;
  } finally {
    sending.value = false;
  }
}

/** Asks the browser to send once there is a network, even with the app closed, where it can. */
export async function askForBackgroundSync(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  const sync = (registration as { sync?: { register(tag: string): Promise<void> } } | undefined)
    ?.sync;
  await sync?.register('outbox').catch(() => undefined);
}
