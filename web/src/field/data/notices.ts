import { computed, ref, shallowRef } from 'vue';
import { get, put } from '@shared/api';
import { Problem } from '@shared/problem';
import { db, keepFor } from './db';
import { actor } from './session';

/** Something this worker was told. */
export interface Notice {
  id: number;
  urgent: boolean;
  said: string;
  about: string;
  caseNo: string | null;
  at: string;
  read: boolean;
}

/** The latest of what this worker was told, the newest first. */
export const notices = shallowRef<Notice[]>([]);

/** When the list came from the server. */
export const noticesAsOf = ref<number | null>(null);

export const unread = computed(() => notices.value.filter(({ read }) => !read).length);

const LIST = 'notices';

interface KeptInbox {
  items: Notice[];
  at: number;
}

/** Shows the inbox the phone has, then the server's. */
export async function refreshNotices(): Promise<void> {
  const kept = (await db.kept.get(LIST))?.value as KeptInbox | undefined;
  if (kept) show(kept);
  const reader = actor.value?.id ?? '';
  const { items } = await get<{ items: Notice[] }>('/api/v1/notices', { limit: 50 });
  const inbox = { items, at: Date.now() };
  if (actor.value?.id === reader) show(inbox);
  await keepFor(reader, LIST, inbox);
}

/** Without a network it stays unread, here as on the server: the worker can read it once more. */
export async function noteRead(notice: Notice): Promise<void> {
  if (notice.read) return;
  try {
    await put('/api/v1/notices/read', { only: notice.id });
    await refreshNotices();
  } catch (failure) {
    if (!(failure instanceof Problem)) throw failure;
  }
}

/** What one person was told is not for the next one. */
export function forgetNotices(): void {
  notices.value = [];
  noticesAsOf.value = null;
}

function show({ items, at }: KeptInbox): void {
  notices.value = items;
  noticesAsOf.value = at;
}
