import { inBoth } from '@shared/phone/words';

/** What Linli promises, in plain words. The numbers are those that the check tells of a breach. */
const zh = {
  title: '邻里章程',
  lead: '邻里是帮您把身边的事办好的，不是用来管人的。这里写明我们存什么、永远不存什么。这些规定写在程序里，没有开关可以关掉。',
  checking: '正在检查……',
  unreachable: '现在查不到检查结果，请稍后再看。',
  kept: '这里遵守章程',
  keptSay: (looked: number, at: string) =>
    `${at} 检查了数据表、设置、事项、指标和界面用语共 ${looked} 处名称，没有发现违反。`,
  broken: '这里没有遵守章程',
  brokenSay: '检查发现下面这些不该有的东西。您可以拨打 12345 投诉。',
  where: '在',
  held: '我们存什么',
  holds: [
    ['您反映的事', '内容、地点、照片，和办理的每一步。照片里的拍摄时间、定位等附带信息会被去掉。'],
    ['怎么联系您', '只有您自己填了才存。不填也一样办，凭查询码就能看进度。'],
    [
      '您家的登记',
      '住在哪里、怎么联系、告知和同意，以及您要的帮助和到期日。先告知，后登记；姓名、电话、证件号码加密保存。',
    ],
    ['谁看过您的信息', '哪个单位的谁、什么时候、为什么、看了哪一项。'],
    [
      '工作人员的账号和岗位',
      '谁在哪个岗位、用哪部工作手机、经手了哪件事的哪一步。不存行踪，也不统计谁做了多少件。',
    ],
    ['网格与责任单位', '依法公开的区划、网格，和每类事项由谁办、多久办好。'],
  ],
  never: '我们永远不存、不做',
  nevers: [
    ['N1', '不给任何人打分、排队、定级、标颜色，没有“重点人员”名单。'],
    ['N2', '不登记民族、宗教、政治面貌、信访经历、性生活、工会、犯罪嫌疑和精神健康。'],
    ['N3', '不用无线网络、摄像头、车辆或手机信号追踪居民，也不接收这样的数据。'],
    ['N4', '不追踪工作人员下班后去了哪里，上班时也不连续追踪。'],
    ['N5', '机器不决定关于人的事；要由人决定，并说明理由。'],
    ['N6', '不识别人脸、车牌和声音。'],
    ['N7', '为一件事收集的信息，不拿去拼成另一件事的档案。'],
    ['N8', '不能按特征搜人，不能列出“所有某某样的人”。'],
    ['N9', '没有打卡、积分和排名，不看在线多久、办了多少件。'],
    ['N10', '不强迫谁拍照、留轨迹、截屏。'],
    ['N11', '没有隐身的查看，没有后门；帮忙维护的人也一样。'],
    ['N12', '应急地图上不显示个人，只有数字。'],
    ['N13', '应急时收集的信息到期销毁，不作他用。'],
    ['N14', '不用您的反映来对付您，不把您是谁告诉被反映的单位。'],
    ['N15', '不把个人信息送给外面的人工智能服务。'],
    ['N16', '谁也不能悄悄改掉这些规定：改了，这个页面和运行状态都会显示出来。'],
  ],
  yours: '您可以',
  can: [
    '不留姓名电话反映问题，凭查询码查看、评价、说没解决。',
    '带证件到社区窗口领查询码，看谁看过您的信息，并问一问为什么。',
    '要求更正、删除您的联系方式，或问一问您的信息被怎样使用：到社区窗口，或拨打 12345。',
    '自己检查：章程的检查程序是公开的。',
  ],
};

const en: typeof zh = {
  title: 'The Linli charter',
  lead: 'Linli is here to get things around you fixed, not to control people. This page says what we hold and what we never will. These rules are written into the program; there is no switch to turn them off.',
  checking: 'Checking …',
  unreachable: 'The result of the check cannot be had right now. Please look again later.',
  kept: 'The charter is kept here',
  keptSay: (looked, at) =>
    `Checked on ${at}: ${looked} names of tables, settings, matters, figures and words on screen. Nothing breaks it.`,
  broken: 'The charter is not kept here',
  brokenSay:
    'The check found things that must not be here, listed below. You can complain by calling 12345.',
  where: 'in',
  held: 'What we hold',
  holds: [
    [
      'What you report',
      'Words, place, photos, and each step taken. What photos carry along, such as when and where they were taken, is removed.',
    ],
    [
      'How to reach you',
      'Only if you fill it in. Without it you are served all the same and follow your report by its code.',
    ],
    [
      'Your household',
      'Where it is, how to reach you, what you were told and agreed to, and the help you asked for, with its end. You are told first; names, telephones and ID numbers are sealed.',
    ],
    ['Who looked at your data', 'Whose office, when, what for, and which field.'],
    [
      'Accounts and posts of staff',
      'Who holds which post and works on which phone, and who took which step. Not where they go, and no count of how much each of them does.',
    ],
    [
      'Grids and responsible units',
      'Areas and grids as published by law, and who has to solve what by when.',
    ],
  ],
  never: 'What we never hold or do',
  nevers: [
    ['N1', 'No scores, ranks, grades or colours for anybody, and no lists of “key persons”.'],
    [
      'N2',
      'No ethnicity, religion, politics, petitions, sexual life, trade union, suspicion of crime or mental health on record.',
    ],
    ['N3', 'No tracking of residents by wireless networks, cameras, vehicles or phone signals.'],
    ['N4', 'No tracking of staff off duty, and none without pause on duty.'],
    ['N5', 'No machine decides about a person; a human does, and says why.'],
    ['N6', 'No recognition of faces, number plates or voices.'],
    ['N7', 'What was collected for one purpose is not joined into files for another.'],
    ['N8', 'Nobody can search people by traits or list “everyone who …”.'],
    ['N9', 'No check-ins, points or rankings, no time online and no counting of cases per person.'],
    ['N10', 'Nobody is forced to take photos, leave tracks or send screenshots.'],
    ['N11', 'No hidden access and no back door, not for those who maintain it either.'],
    ['N12', 'Emergency maps show numbers, never persons.'],
    ['N13', 'What is collected in an emergency is destroyed when it ends.'],
    ['N14', 'Your report is not used against you, and who you are is not told to whom you report.'],
    ['N15', 'No personal data goes to an artificial intelligence outside.'],
    [
      'N16',
      'Nobody can change these rules in silence: this page and the health of the system would show it.',
    ],
  ],
  yours: 'What you can do',
  can: [
    'Report without name or phone, and follow, rate or contest what was done by your code.',
    'See who looked at your data, and ask why, by a code given at the community counter.',
    'Have your contact corrected or deleted, or ask how your data are used: at the community counter or by calling 12345.',
    'Check for yourself: the program that checks the charter is public.',
  ],
};

export const words = inBoth(zh, en);
