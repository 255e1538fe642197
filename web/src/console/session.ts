import { computed, ref } from 'vue';
import { get, remove } from '@shared/api';
import { Problem } from '@shared/problem';
import type { Action, SignedIn } from '@shared/wire';
import { EVERYWHERE } from './model';

const signedIn = ref<SignedIn | null>();

/** Who is at this desk: not yet known, nobody, or a person. */
export const actor = computed(() => signedIn.value && signedIn.value.actor);

/** Why the session could not be asked for, when it could not. */
export const sessionProblem = ref<Problem | null>(null);

export async function loadSession(): Promise<void> {
  sessionProblem.value = null;
  try {
    signedIn.value = await get<SignedIn>('/api/v1/session');
  } catch (failure) {
    if (!(failure instanceof Problem)) throw failure;
    if (failure.status === 401) signedIn.value = null;
    else sessionProblem.value = failure;
  }
}

export async function signOut(): Promise<void> {
  await remove('/api/v1/session');
  signedIn.value = null;
}

/** A session may end while a page is open; whoever learns of it shows the sign-in page. */
export function endedBy(problem: unknown): boolean {
  const ended = problem instanceof Problem && problem.status === 401;
  if (ended) signedIn.value = null;
  return ended;
}

/** Whether somebody may do one of these things anywhere: who may do what, the server alone says. */
export function may(...actions: Action[]): boolean {
  return actions.some((action) => signedIn.value?.may.includes(action) ?? false);
}

/** Whoever works on cases is told of others by telephone, at the counter or by letter. */
export const entersCalls = computed(() =>
  may('CASE_DISPATCH', 'CASE_VERIFY', 'CASE_HANDLE', 'CASE_URGE'),
);

/** The area a person's lists and maps begin with: that of the first post; empty for everything. */
export const homeArea = computed(() => {
  const code = actor.value?.posts[0]?.areaCode ?? '';
  return code === EVERYWHERE ? '' : code;
});

/** The area whose accounts and tokens a person looks after. */
export const administeredArea = computed(
  () => actor.value?.posts.find((post) => post.role === 'administrator')?.areaCode ?? '',
);

/** The units that a person works for. */
export const ownUnits = computed(() => [
  ...new Set((actor.value?.posts ?? []).flatMap((post) => post.unitCode ?? [])),
]);
