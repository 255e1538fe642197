import { computed, ref } from 'vue';
import { get, post, remove } from '@shared/api';
import { Problem } from '@shared/problem';
import type { Actor, Post, SignedIn } from '@shared/wire';
import { makeKey } from './device';
import { ACTOR_ID, db, keepSetting, setting } from './db';
import { reached } from './network';

const ACTOR = 'actor';

/** Who works with this phone: from the server, or as it said last while there is no network. */
export const actor = ref<Actor | null>(null);

/** The server knows no session any more; what is on the phone stays. */
export const signInNeeded = ref(false);

/** Whether the phone has been asked who is there, so that the first page can be chosen. */
export const sessionKnown = ref(false);

/** The post for which somebody walks through cells, rather than sits at a desk. */
export const fieldPost = computed<Post | null>(() => {
  const posts = actor.value?.posts ?? [];
  return posts.find((post) => post.areaLevel === 'grid') ?? posts[0] ?? null;
});

export async function openSession(): Promise<void> {
  actor.value = (await setting<Actor>(ACTOR)) ?? null;
  const asked = askServer();
  // Somebody known can begin at once, however slow the network is.
  if (!actor.value) await asked;
  sessionKnown.value = true;
}

/** Asks the server who this is: also tells whether it can be reached and still knows us. */
export async function askServer(): Promise<void> {
  try {
    await enter((await get<SignedIn>('/api/v1/session')).actor);
  } catch (failure) {
    if (!(failure instanceof Problem)) throw failure;
    reached.value = !failure.unreachable;
    if (failure.status === 401) signInNeeded.value = true;
  }
}

/** Signs in with the code of a sign-in link. */
export async function signIn(code: string): Promise<void> {
  await enter((await post<SignedIn>('/api/v1/session', { code })).actor);
}

/** Makes a key for this phone and has it enrolled, which signs its person in. */
export async function enrol(code: string, name: string): Promise<void> {
  await makeKey();
  await enter((await post<SignedIn>('/api/v1/devices', { code, name })).actor);
}

export async function signOut(): Promise<void> {
  await remove('/api/v1/session');
  await db.transaction('rw', db.kept, db.settings, async () => {
    await db.kept.clear();
    await db.settings.bulkDelete([ACTOR, ACTOR_ID]);
  });
  actor.value = null;
  signInNeeded.value = true;
}

async function enter(who: Actor): Promise<void> {
  // What one person may read is not for the next one who uses this phone.
  if ((await setting<string>(ACTOR_ID)) !== who.id) await db.kept.clear();
  await keepSetting(ACTOR_ID, who.id);
  await keepSetting(ACTOR, who);
  actor.value = who;
  reached.value = true;
  signInNeeded.value = false;
}
