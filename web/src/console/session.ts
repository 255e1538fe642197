import { computed, ref } from 'vue';
import { get, remove } from '@shared/api';
import { Problem } from '@shared/problem';
import type { Actor } from '@shared/wire';
import { EVERYWHERE } from './model';

/** Who is at this desk: not yet known, nobody, or a person. */
export const actor = ref<Actor | null>();

/** Why the session could not be asked for, when it could not. */
export const sessionProblem = ref<Problem | null>(null);

export async function loadSession(): Promise<void> {
  sessionProblem.value = null;
  try {
    actor.value = (await get<{ actor: Actor }>('/api/v1/session')).actor;
  } catch (failure) {
    if (!(failure instanceof Problem)) throw failure;
    if (failure.status === 401) actor.value = null;
    else sessionProblem.value = failure;
  }
}

export async function signOut(): Promise<void> {
  await remove('/api/v1/session');
  actor.value = null;
}

/** A session may end while a page is open; whoever learns of it shows the sign-in page. */
export function endedBy(problem: unknown): boolean {
  const ended = problem instanceof Problem && problem.status === 401;
  if (ended) actor.value = null;
  return ended;
}

function holds(role: string): boolean {
  return actor.value?.posts.some((post) => post.role === role) ?? false;
}

export const isAdministrator = computed(() => holds('administrator'));

export const isAuditor = computed(() => holds('auditor'));

/** Whether somebody drafts the rules of a district, or puts them in force. */
export const makesRules = computed(() => holds('administrator') || holds('district_leader'));

export const isShiftLeader = computed(() => holds('shift_leader'));

const DECIDING = ['street_dispatcher', 'shift_leader', 'district_dispatcher'];

/** Whether somebody decides what others ask for. */
export const decides = computed(
  () => actor.value?.posts.some((post) => DECIDING.includes(post.role)) ?? false,
);

/** Whether somebody says that two cases are one. */
export const mergesCases = computed(() => holds('street_dispatcher'));

const TOLD = [
  ...DECIDING,
  'district_leader',
  'unit_handler',
  'grid_member',
  'grid_head',
  'grid_assistant',
  'seconded_officer',
];

/** Whether somebody enters what they are told by telephone, at the counter or by letter. */
export const entersCalls = computed(
  () => actor.value?.posts.some((post) => TOLD.includes(post.role)) ?? false,
);

const LEADERS = ['grid_head', 'street_dispatcher', 'shift_leader', 'administrator'];

/** Whether somebody gives phones to those who work in the field. */
export const isLeader = computed(
  () => actor.value?.posts.some((post) => LEADERS.includes(post.role)) ?? false,
);

const ON_CALL = [
  'street_dispatcher',
  'shift_leader',
  'district_dispatcher',
  'district_leader',
  'administrator',
  'unit_handler',
  'seconded_officer',
];

/** Whether somebody keeps cases moving, and so has to know who is on call. */
export const hasRosters = computed(
  () => actor.value?.posts.some((post) => ON_CALL.includes(post.role)) ?? false,
);

/** Whether figures are for them; units have their own cases. */
export const isFigureReader = computed(
  () =>
    actor.value?.posts.some(
      (post) =>
        ON_CALL.includes(post.role) && !['unit_handler', 'seconded_officer'].includes(post.role),
    ) ?? false,
);

const COUNTED = [
  'grid_head',
  'grid_supervisor',
  'street_dispatcher',
  'shift_leader',
  'checker',
  'district_dispatcher',
  'district_leader',
  'administrator',
  'auditor',
  'viewer',
];

const ANSWERING = [
  'grid_supervisor',
  'street_dispatcher',
  'shift_leader',
  'district_dispatcher',
  'district_leader',
  'administrator',
];

/** Whether somebody answers what others object to a figure. */
export const answersFigures = computed(
  () => actor.value?.posts.some((post) => ANSWERING.includes(post.role)) ?? false,
);

/** Whether somebody reads the figures of an area, or what checks found there. */
export const readsFigures = computed(
  () => actor.value?.posts.some((post) => COUNTED.includes(post.role)) ?? false,
);

const SETTLING = ['street_dispatcher', 'district_dispatcher', 'administrator'];

/** Whether somebody says what other systems meant. */
export const settles = computed(
  () => actor.value?.posts.some((post) => SETTLING.includes(post.role)) ?? false,
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

const GRID_POSTS = ['grid_member', 'grid_head', 'grid_assistant', 'seconded_officer'];

/** Who finds what to do on the pages of the register; the server decides again. */
const REGISTER = {
  lookUp: [...GRID_POSTS, 'street_dispatcher'],
  reviews: ['grid_head', 'street_dispatcher', 'privacy_officer'],
  privacy: ['privacy_officer'],
  codes: ['grid_head', 'street_dispatcher'],
};

export function maySee(part: keyof typeof REGISTER): boolean {
  return actor.value?.posts.some((post) => REGISTER[part].includes(post.role)) ?? false;
}

export const hasRegister = computed(() => maySee('lookUp') || maySee('reviews'));

/** Who finds what to do on the pages of the duty list; the server decides again. */
const DUTIES = {
  list: [],
  applications: ['unit_handler', 'district_dispatcher', 'district_leader'],
  tasks: [
    'grid_member',
    'grid_head',
    'grid_assistant',
    'grid_supervisor',
    'street_dispatcher',
    'unit_handler',
    'district_dispatcher',
    'district_leader',
  ],
  burden: [
    'grid_head',
    'grid_supervisor',
    'street_dispatcher',
    'shift_leader',
    'district_dispatcher',
    'district_leader',
    'administrator',
    'auditor',
  ],
  apply: ['unit_handler'],
  decide: ['district_dispatcher', 'district_leader'],
};

export function mayWithDuties(part: keyof typeof DUTIES): boolean {
  const roles: string[] = DUTIES[part];
  return !roles.length || (actor.value?.posts.some((post) => roles.includes(post.role)) ?? false);
}

export const hasDuties = computed(() => mayWithDuties('tasks') || mayWithDuties('burden'));

/** The units that a person works for. */
export const ownUnits = computed(() => [
  ...new Set((actor.value?.posts ?? []).flatMap((post) => post.unitCode ?? [])),
]);
const OF_PREMISES = [
  ...GRID_POSTS,
  'grid_supervisor',
  'street_dispatcher',
  'shift_leader',
  'checker',
  'district_dispatcher',
  'district_leader',
  'auditor',
];

/** Whether somebody sees the checks of premises. */
export const seesPremises = computed(
  () => actor.value?.posts.some((post) => OF_PREMISES.includes(post.role)) ?? false,
);

const MEDIATORS = ['grid_head', 'street_dispatcher'];

/** Whether somebody may take mediations. */
export const mediates = computed(
  () => actor.value?.posts.some((post) => MEDIATORS.includes(post.role)) ?? false,
);

const PLANNING = ['street_dispatcher', 'shift_leader', 'district_dispatcher'];

/** Whether somebody has premises checked. */
export const plansPremises = computed(
  () => actor.value?.posts.some((post) => PLANNING.includes(post.role)) ?? false,
);

/** Who settles whose a place is where several have a grid. */
export const settlesCrossings = computed(() => mayWithDuties('decide'));

/** Who finds what to do on the page of checks; the server decides again. */
const CHECKS = {
  own: ['checker'],
  supervise: ['grid_supervisor'],
  decide: ['grid_supervisor', 'shift_leader'],
  quality: COUNTED,
};

export function maySeeChecks(part: keyof typeof CHECKS): boolean {
  return actor.value?.posts.some((post) => CHECKS[part].includes(post.role)) ?? false;
}
