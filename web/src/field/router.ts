import { createRouter, createWebHistory } from 'vue-router';
import { actor, sessionKnown } from './data/session';
import Enrol from './shell/Enrol.vue';
import Home from './shell/Home.vue';
import SignIn from './shell/SignIn.vue';
import Cases from './cases/Cases.vue';
import Case from './cases/Case.vue';
import Notices from './notices/Notices.vue';
import Details from './report/Details.vue';
import Saved from './report/Saved.vue';
import What from './report/What.vue';
import Outbox from './outbox/Outbox.vue';

export const router = createRouter({
  history: createWebHistory('/field/'),
  routes: [
    { path: '/', name: 'home', component: Home },
    { path: '/sign-in', name: 'sign-in', component: SignIn },
    { path: '/enrol', name: 'enrol', component: Enrol },
    { path: '/report', name: 'what', component: What },
    { path: '/report/details', name: 'details', component: Details },
    { path: '/saved/:opId', name: 'saved', component: Saved, props: true },
    { path: '/cases', name: 'cases', component: Cases },
    { path: '/cases/:caseNo', name: 'case', component: Case, props: true },
    { path: '/notices', name: 'notices', component: Notices },
    { path: '/outbox', name: 'outbox', component: Outbox },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
});

/** Pages for those who have not come in yet. */
const DOORS = new Set<unknown>(['sign-in', 'enrol']);

router.beforeEach((to) => {
  if (sessionKnown.value && !actor.value && !DOORS.has(to.name)) return { name: 'sign-in' };
  return true;
});
