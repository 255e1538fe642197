import { computed } from 'vue';
import { entersCalls, may } from '../../session';
import { t } from '../../words';

/** A page somebody finds something to do on. */
export interface Page {
  to: string;
  label: string;
}

const offered = (pages: (Page & { shown: boolean })[]): Page[] =>
  pages.filter((page) => page.shown).map(({ to, label }) => ({ to, label }));

/** What everybody of an office opens day by day. */
export const everyday = computed<Page[]>(() =>
  offered([
    { to: '/cases', label: t('nav.work'), shown: true },
    { to: '/calls', label: t('nav.calls'), shown: entersCalls.value },
    { to: '/figures', label: t('nav.figures'), shown: may('INDICATOR_READ') },
    { to: '/checks', label: t('nav.checks'), shown: true },
  ]),
);

/** The rest, by what it is about; a group without a page for this person is not shown. */
export const groups = computed(() =>
  [
    {
      label: t('nav.grids'),
      pages: offered([
        {
          to: '/register',
          label: t('nav.register'),
          shown: may('REGISTER_OPEN', 'LOOK_UP_REVIEW'),
        },
        { to: '/duties', label: t('nav.duties'), shown: may('DUTY_TASK_READ', 'INDICATOR_READ') },
        { to: '/premises', label: t('nav.premises'), shown: may('PREMISES_READ') },
        { to: '/mediation', label: t('nav.mediation'), shown: may('MEDIATE') },
        { to: '/crossings', label: t('nav.crossings'), shown: may('DUTY_DECIDE') },
      ]),
    },
    {
      label: t('nav.running'),
      pages: offered([
        { to: '/roster', label: t('nav.roster'), shown: may('ROSTER_READ') },
        { to: '/phones', label: t('nav.phones'), shown: may('DEVICE_ADMINISTER') },
        { to: '/rules', label: t('nav.rules'), shown: may('RULES_MAKE') },
        { to: '/systems', label: t('nav.systems'), shown: may('QUARANTINE_SETTLE') },
        { to: '/admin', label: t('nav.admin'), shown: may('ACCOUNT_ADMINISTER') },
        { to: '/audit', label: t('nav.audit'), shown: may('AUDIT_READ') },
      ]),
    },
  ].filter((group) => group.pages.length),
);
