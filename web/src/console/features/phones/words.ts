import { createWords } from '@shared/i18n';

/** The phones of those who work in the grids. Apart from the other words: few look after them. */
export const zh = {
  title: '外勤手机',
  why: '网格工作人员的手机在这里登记。手机上的登录离开那部手机就无效；丢了，立即停用。',
  search: '按姓名或编号查找',
  person: '人员',
  phone: '手机',
  act: '操作',
  none: '还没有登记',
  nobody: '没有符合的人员',
  invite: '登记新手机',
  lost: '手机丢了',
  suspend: '停用',
  resume: '恢复使用',
  seen: '最近使用 {time}',
  qr: '给{name}的手机扫的登记二维码',
  scan: '请{name}用手机扫描',
  scanHow: '只能用一次，{time} 前有效。登记后，原来的手机同时停用。',
  close: '收起二维码',
  status: {
    active: '使用中',
    suspended: '已停用',
    lost: '已丢失',
    revoked: '已换机',
  },
};

export const en: typeof zh = {
  title: 'Field phones',
  why: 'Phones of grid staff are enrolled here. A session of an enrolled phone is of no use anywhere else; a lost phone is stopped at once.',
  search: 'Find by name or number',
  person: 'Person',
  phone: 'Phone',
  act: 'What to do',
  none: 'None enrolled yet',
  nobody: 'Nobody matches',
  invite: 'Enrol a phone',
  lost: 'Phone is lost',
  suspend: 'Suspend',
  resume: 'Resume',
  seen: 'last used {time}',
  qr: 'Enrolment code for the phone of {name}',
  scan: '{name} scans this with their phone',
  scanHow: 'It works once, until {time}. A phone enrolled before is stopped then.',
  close: 'Put the code away',
  status: {
    active: 'in use',
    suspended: 'suspended',
    lost: 'lost',
    revoked: 'replaced',
  },
};

export const { t } = createWords(zh, en);
