import { createRouter, createWebHistory } from 'vue-router';
import WorkPage from './features/work/WorkPage.vue';

export const router = createRouter({
  history: createWebHistory('/console/'),
  routes: [
    { path: '/', redirect: '/cases' },
    { path: '/cases/:caseNo?', name: 'cases', component: WorkPage },
    { path: '/calls', name: 'calls', component: () => import('./features/calls/CallsPage.vue') },
    {
      path: '/figures',
      name: 'figures',
      component: () => import('./features/figures/FiguresPage.vue'),
    },
    {
      path: '/checks',
      name: 'checks',
      component: () => import('./features/checks/ChecksPage.vue'),
    },
    { path: '/admin', name: 'admin', component: () => import('./features/admin/AdminPage.vue') },
    { path: '/audit', name: 'audit', component: () => import('./features/audit/AuditPage.vue') },
    {
      path: '/register',
      name: 'register',
      component: () => import('./features/register/RegisterPage.vue'),
    },
    {
      path: '/duties',
      name: 'duties',
      component: () => import('./features/duties/DutiesPage.vue'),
    },
    {
      path: '/premises',
      name: 'premises',
      component: () => import('./features/premises/PremisesPage.vue'),
    },
    {
      path: '/mediation',
      name: 'mediation',
      component: () => import('./features/mediation/MediationPage.vue'),
    },
    {
      path: '/systems',
      name: 'systems',
      component: () => import('./features/systems/SystemsPage.vue'),
    },
    {
      path: '/crossings',
      name: 'crossings',
      component: () => import('./features/crossings/CrossingsPage.vue'),
    },
    {
      path: '/phones',
      name: 'phones',
      component: () => import('./features/phones/PhonesPage.vue'),
    },
    { path: '/rules', name: 'rules', component: () => import('./features/rules/RulesPage.vue') },
    {
      path: '/roster',
      name: 'roster',
      component: () => import('./features/roster/RosterPage.vue'),
    },
    {
      path: '/notices',
      name: 'notices',
      component: () => import('./features/notices/NoticesPage.vue'),
    },
    {
      path: '/security',
      name: 'security',
      component: () => import('./features/security/SecurityPage.vue'),
    },
    { path: '/:rest(.*)*', redirect: '/cases' },
  ],
});
