import { computed, type ComputedRef } from 'vue';
import { language } from '@shared/language';
import type { Scene, Story } from './model';

const LAMP = '12004';
const LITTER = '11001';

/** Real acts on real pages: each step only says what to do and opens the page as the right person. */
export function storiesOf(scene: ComputedRef<Scene>): ComputedRef<Story[]> {
  return computed(() => (language.value === 'en' ? inEnglish : inChinese)(scene.value));
}

function reportAt({ spot }: Scene, matter: string): string {
  return `/?${spot ? `at=${spot}&` : ''}matter=${matter}`;
}

function tracked({ code }: Scene): string {
  return code ? `/track/${code}` : '/track';
}

/** The case last reported from here, or the newest ones while there is none. */
function inOffice({ caseNo }: Scene): string {
  return `/console/cases${caseNo ? `/${caseNo}` : ''}?sort=newest`;
}

function onPhone({ caseNo }: Scene): string {
  return caseNo ? `/field/cases/${caseNo}` : '/field/cases';
}

const SOLVED_ON_PATROL = '/console/cases?state=CLOSED&source=patrol&sort=newest';
const FILED = '/console/cases?state=FILED&sort=newest';
const DISPATCHED = '/console/cases?state=DISPATCHED&sort=newest';

function inChinese(scene: Scene): Story[] {
  const { name, unit, grid } = scene;
  return [
    {
      title: '一盏路灯',
      lead: '居民不用账号，路灯修好，人人看得见。',
      steps: [
        { say: '居民反映路灯不亮：位置和事项已选好，写一句就提交。', to: reportAt(scene, LAMP) },
        {
          say: `街道派遣员${name('street')}打开它：受理、立案，派给${unit}。`,
          as: 'street',
          to: inOffice(scene),
        },
        { say: `${unit}的${name('unit')}修好路灯，写处置反馈。`, as: 'unit', to: inOffice(scene) },
        {
          say: `核查员${name('checker')}到现场看过，核查通过。`,
          as: 'checker',
          to: inOffice(scene),
        },
        { say: '街道结案。', as: 'street', to: inOffice(scene) },
        { say: '居民查进度，评价。', to: tracked(scene) },
      ],
    },
    {
      title: '没有网络也能办',
      lead: '地下室、电梯、停电的晚上：先记下，联网自动送达。',
      steps: [
        {
          say: `网格员${name('grid')}打开手机页，然后断开网络（手机开飞行模式；电脑在开发者工具的“网络”里选离线）。`,
          as: 'grid',
          to: '/field/',
        },
        { say: '上报三件，点“已当场解决”；刷新页面，三件都还在“待上传”里。' },
        { say: '恢复网络，几秒后全部变成“已送达”，各有案件编号。' },
        {
          say: '街道看到这三件：巡查发现，已结案，一件不多一件不少。',
          as: 'street',
          to: SOLVED_ON_PATROL,
        },
      ],
    },
    {
      title: '派错了就退',
      lead: '退单写明原因，改派；时间记在该负责的人账上。',
      steps: [
        {
          say: `街道把一件已立案的派给${unit}（可以就用上面那盏路灯）。`,
          as: 'street',
          to: FILED,
        },
        {
          say: `${unit}的${name('unit')}认为不归自己，退单，写原因。`,
          as: 'unit',
          to: DISPATCHED,
        },
        {
          say: '街道看到它又回到待派遣，再派一次；看看“计时”里每一段归谁。',
          as: 'street',
          to: FILED,
        },
      ],
    },
    {
      title: '一个百分比的背后',
      lead: '点一下按期结案率，看到算法，也看到每一件案件。',
      steps: [
        {
          say: `值班长${name('leader')}打开统计，点“按期结案率”：分子、分母、口径都在。`,
          as: 'leader',
          to: '/console/figures',
        },
        { say: '再点数字，就是算进去的那些案件，一件一件可以核对。' },
      ],
    },
    {
      title: '没解决，再办',
      lead: '办结不是终点，居民说了才算。',
      steps: [
        {
          say: `居民在${grid}反映暴露垃圾：位置和事项已选好，写一句就提交。`,
          to: reportAt(scene, LITTER),
        },
        {
          say: `网格员${name('grid')}打开它，当场办结。`,
          as: 'grid',
          to: onPhone(scene),
        },
        { say: '居民查进度，选“没解决”，写一句原因。', to: tracked(scene) },
        { say: '街道看到它重新打开，重新安排。', as: 'street', to: inOffice(scene) },
      ],
    },
  ];
}

function inEnglish(scene: Scene): Story[] {
  const { name, unit, grid } = scene;
  return [
    {
      title: 'A street lamp',
      lead: 'No account is needed, and everybody can see how it is mended.',
      steps: [
        {
          say: 'A resident reports a lamp that is out: place and matter are chosen, write a sentence and submit.',
          to: reportAt(scene, LAMP),
        },
        {
          say: `The street dispatcher ${name('street')} opens it: accept, file, dispatch to ${unit}.`,
          as: 'street',
          to: inOffice(scene),
        },
        {
          say: `${name('unit')} of ${unit} mends the lamp and feeds back.`,
          as: 'unit',
          to: inOffice(scene),
        },
        {
          say: `The checker ${name('checker')} has been there and passes the check.`,
          as: 'checker',
          to: inOffice(scene),
        },
        { say: 'The street office closes it.', as: 'street', to: inOffice(scene) },
        { say: 'The resident follows it up and rates.', to: tracked(scene) },
      ],
    },
    {
      title: 'Without a network',
      lead: 'Cellars, lifts, a night without power: written down first, delivered later by itself.',
      steps: [
        {
          say: `The grid member ${name('grid')} opens the phone page, then cuts the network (aeroplane mode, or “offline” in the developer tools).`,
          as: 'grid',
          to: '/field/',
        },
        {
          say: 'Report three and press “Solved on the spot”; reload the page, all three still wait under “To upload”.',
        },
        { say: 'Bring the network back: in seconds all are delivered, each with a case number.' },
        {
          say: 'The street office sees the three: found on patrol, closed, neither more nor fewer.',
          as: 'street',
          to: SOLVED_ON_PATROL,
        },
      ],
    },
    {
      title: 'Sent to the wrong unit',
      lead: 'A return says why, and the time counts for whoever held it.',
      steps: [
        {
          say: `The street office dispatches a filed case to ${unit} (the lamp above will do).`,
          as: 'street',
          to: FILED,
        },
        {
          say: `${name('unit')} of ${unit} says it is not theirs and returns it with a reason.`,
          as: 'unit',
          to: DISPATCHED,
        },
        {
          say: 'The street office sees it waiting again and dispatches once more; the clock shows who held it when.',
          as: 'street',
          to: FILED,
        },
      ],
    },
    {
      title: 'Behind a percentage',
      lead: 'Press the on-time rate: see how it is reckoned, and every case in it.',
      steps: [
        {
          say: `The shift leader ${name('leader')} opens the figures and presses the on-time closing rate: numerator, denominator and definition are there.`,
          as: 'leader',
          to: '/console/figures',
        },
        { say: 'Press the number, and there are the cases it counts, one by one.' },
      ],
    },
    {
      title: 'Not solved: again',
      lead: 'Closing is not the end; the resident has the last word.',
      steps: [
        {
          say: `A resident reports litter in ${grid}: place and matter are chosen, write a sentence and submit.`,
          to: reportAt(scene, LITTER),
        },
        {
          say: `The grid member ${name('grid')} opens it and solves it on the spot.`,
          as: 'grid',
          to: onPhone(scene),
        },
        {
          say: 'The resident follows it up, chooses “Not solved” and says why.',
          to: tracked(scene),
        },
        {
          say: 'The street office sees it open again and sees to it.',
          as: 'street',
          to: inOffice(scene),
        },
      ],
    },
  ];
}
