import { watch } from 'vue';
import { Problem } from '@shared/problem';
import type { Actor } from '@shared/wire';
import { forgetCases, keepWaitingCases, loadCases, recallCases } from './cases';
import { loadCatalogue } from './catalogue';
import { forgetNotices, refreshNotices } from './notices';
import { loadPlaces } from './place';
import { actor, askServer, fieldPost, signInNeeded } from './session';

const EVERY = 60_000;
let last = 0;

/** Keeps what can be read offline as fresh as the network allows. */
export function keepFresh(): void {
  watch(actor, changeReader, { immediate: true });
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && Date.now() - last > EVERY) void refreshAll();
  });
  addEventListener('online', () => void refreshAll());
  void navigator.storage?.persist?.();
}

function changeReader(who: Actor | null, before: Actor | null | undefined): void {
  if (before && before.id !== who?.id) {
    forgetCases();
    forgetNotices();
  }
  if (who) void refreshAll();
}

async function refreshAll(): Promise<void> {
  last = Date.now();
  await Promise.all(
    [loadCatalogue, refreshPlaces, refreshCases, refreshNotices].map((load) => quietly(load)),
  );
}

async function refreshPlaces(): Promise<void> {
  if (fieldPost.value) await loadPlaces(fieldPost.value);
}

/** Shows the cases the phone has, then what the server has. */
export async function refreshCases(): Promise<void> {
  await recallCases();
  await loadCases();
  await keepWaitingCases();
}

/** Without a network the phone shows what it has; the status bar says so already. */
async function quietly(load: () => Promise<void>): Promise<void> {
  try {
    await load();
  } catch (failure) {
    if (!(failure instanceof Problem)) throw failure;
    if (failure.status === 401 && !signInNeeded.value) await askServer();
  }
}
