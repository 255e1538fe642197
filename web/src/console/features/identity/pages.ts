import { computed } from 'vue';
import {
  entersCalls,
  hasDuties,
  hasRegister,
  hasRosters,
  isAdministrator,
  isAuditor,
  isLeader,
  makesRules,
  mediates,
  readsFigures,
  seesPremises,
  settles,
  settlesCrossings,
} from '../../session';
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
    { to: '/figures', label: t('nav.figures'), shown: readsFigures.value },
    { to: '/checks', label: t('nav.checks'), shown: true },
  ]),
);

/** The rest, by what it is about; a group without a page for this person is not shown. */
export const groups = computed(() =>
  [
    {
      label: t('nav.grids'),
      pages: offered([
        { to: '/register', label: t('nav.register'), shown: hasRegister.value },
        { to: '/duties', label: t('nav.duties'), shown: hasDuties.value },
        { to: '/premises', label: t('nav.premises'), shown: seesPremises.value },
        { to: '/mediation', label: t('nav.mediation'), shown: mediates.value },
        { to: '/crossings', label: t('nav.crossings'), shown: settlesCrossings.value },
      ]),
    },
    {
      label: t('nav.running'),
      pages: offered([
        { to: '/roster', label: t('nav.roster'), shown: hasRosters.value },
        { to: '/phones', label: t('nav.phones'), shown: isLeader.value },
        { to: '/rules', label: t('nav.rules'), shown: makesRules.value },
        { to: '/systems', label: t('nav.systems'), shown: settles.value },
        { to: '/admin', label: t('nav.admin'), shown: isAdministrator.value },
        { to: '/audit', label: t('nav.audit'), shown: isAuditor.value },
      ]),
    },
  ].filter((group) => group.pages.length),
);
