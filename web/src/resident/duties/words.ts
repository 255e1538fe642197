import { inBoth } from '@shared/phone/words';
import type { Duty } from '@shared/duty';

/** What the page of the duty list says. */
const zh = {
  title: '网格员做什么、不做什么',
  lead: '部门的工作进网格，要先申请准入，由区里决定；到期自动失效。清单以外的事，网格员可以不做，您也可以不答。',
  does: '做什么',
  never: '不得要求网格员做的事',
  once: '最多报一次',
  onceText: (held: string) => `登记簿里已有的不再问：${held}。`,
  district: '区网格化管理',
  until: (day: string) => `有效期至 ${day}`,
  expired: (day: string) => `已于 ${day} 到期，自动失效`,
  asks: (fields: string) => `可向您询问：${fields}`,
  asksNothing: '不需要您填报任何信息',
  basis: '依据',
  away: '暂时查不到，请稍后再试。',
  rhythm: (duty: Duty, every: string) =>
    `每${every} ${duty.times} 次，每次约 ${duty.minutes} 分钟${duty.perHousehold ? '（每户）' : ''}`,
  every: { day: '个工作日', week: '周', month: '月', quarter: '季度', year: '年' },
  form: {
    patrol: '巡查',
    visit: '走访',
    call: '电话联系',
    meeting: '议事',
    publicity: '宣传',
    assistance: '协助到场',
    record: '核对登记',
  },
  field: {
    household_number: '户号',
    address: '住址',
    residents: '居住人数',
    name: '姓名',
    phone: '联系电话',
    id_number: '身份证号',
    consent: '同意与告知',
    needs: '服务需求',
  } as Record<string, string>,
};

const en: typeof zh = {
  title: 'What grid members do and may not do',
  lead: 'What a department wants done in the grids it has to apply for, and the district decides; each entry ends by itself. Whatever is not listed a grid member need not do, and you need not answer.',
  does: 'What they do',
  never: 'What nobody may ask of them',
  once: 'Told once at most',
  onceText: (held) => `The register holds this, and nobody asks you again: ${held}.`,
  district: 'The district’s grids',
  until: (day) => `until ${day}`,
  expired: (day) => `ended by itself on ${day}`,
  asks: (fields) => `you may be asked for: ${fields}`,
  asksNothing: 'you are asked for nothing',
  basis: 'Rests on',
  away: 'It cannot be looked up just now. Please try again later.',
  rhythm: (duty, every) =>
    `${duty.times} × a ${every}, about ${duty.minutes} minutes each${duty.perHousehold ? ' (each household)' : ''}`,
  every: {
    day: 'working day',
    week: 'week',
    month: 'month',
    quarter: 'quarter',
    year: 'year',
  },
  form: {
    patrol: 'Walk through the cell',
    visit: 'Visit',
    call: 'Call',
    meeting: 'Meeting',
    publicity: 'Telling people',
    assistance: 'Being there to help',
    record: 'Checking the register',
  },
  field: {
    household_number: 'the household’s number',
    address: 'address',
    residents: 'how many live there',
    name: 'name',
    phone: 'telephone',
    id_number: 'identity number',
    consent: 'notices and consents',
    needs: 'service needs',
  },
};

export const words = inBoth(zh, en);
