import { expect, test, type Browser, type Page } from '@playwright/test';
import { uuidv7 } from '../../src/shared/uuid';
import { expectGoodToUse } from './looks';
import { become, newMark, SERVER, spotIn } from './people';
import { picture } from './pictures';

const STREET_LAMP = '12004';
const DAY = 86_400_000;

test.use({ viewport: { width: 1280, height: 900 } });

/** The desk of somebody of the demo, with a case open if there is one. */
async function desk(browser: Browser, persona: string, caseNo?: string): Promise<Page> {
  const context = await browser.newContext();
  await become(context, persona);
  const page = await context.newPage();
  if (!caseNo) return page;
  await page.goto(`/console/cases/${caseNo}`);
  await expect(panel(page).getByRole('heading', { name: '路灯不亮' })).toBeVisible();
  return page;
}

/** A step that is no part of the story, taken without looking. */
async function step(page: Page, caseNo: string, name: string, more: object): Promise<void> {
  const { version } = await (await page.request.get(`/api/v1/cases/${caseNo}`)).json();
  const answer = await page.request.post(`/api/v1/cases/${caseNo}/steps`, {
    data: { opId: uuidv7(), step: name, version, ...more },
    headers: { 'X-Linli': '1' },
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

async function reportLamp(browser: Browser, text: string, more: object = {}): Promise<string> {
  const context = await browser.newContext();
  const { areaCode } = await become(await browser.newContext(), 'grid');
  const [lon, lat] = await spotIn(context.request, areaCode);
  const data = { opId: uuidv7(), matterCode: STREET_LAMP, text, lon, lat, source: 'resident' };
  const answer = await context.request.post(`${SERVER}/api/v1/reports`, {
    data: { ...data, address: '清和街道竹影路', photoIds: [], ...more },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()).caseNo;
}

const panel = (page: Page) => page.getByRole('complementary');

async function take(page: Page, name: string, fill = async () => {}): Promise<void> {
  await panel(page).getByRole('button', { name, exact: true }).click();
  await fill();
  await panel(page)
    .getByRole('button', { name: `确认${name}` })
    .click();
  await expect(panel(page).getByText(`已完成：${name}`)).toBeVisible();
}

/** What was forgotten is entered later: so a story told at once can have a past. */
function hoursAgo(hours: number): { occurredAt: string } {
  return { occurredAt: new Date(Date.now() - hours * 3_600_000).toISOString() };
}

/** A day so many days from now, as the forms take it. */
function dayIn(days: number): string {
  return new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
}

async function chooseUnit(page: Page, field: string, name: string): Promise<void> {
  await panel(page).getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name, exact: true }).click();
  await expect(page.getByRole('listbox')).toBeHidden();
}

test('a lamp that nobody wants: ruled on, whistled for, held, extended, done again and closed', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const text = '竹影路 12 号灯杆三天没亮：物业说归市政，市政说归物业。';
  const caseNo = await reportLamp(browser, text, hoursAgo(40));
  const street = await desk(browser, 'street', caseNo);
  const property = await desk(browser, 'property');
  const handler = await desk(browser, 'unit');
  await step(street, caseNo, 'file', { matterCode: STREET_LAMP, ...hoursAgo(39) });
  await step(street, caseNo, 'dispatch', { unitCode: 'SZ', ...hoursAgo(38) });
  await step(handler, caseNo, 'return', { reason: '灯杆在小区里', ...hoursAgo(30) });
  await step(street, caseNo, 'dispatch', { unitCode: 'WY01', ...hoursAgo(26) });
  await property.goto(`/console/cases/${caseNo}`);
  await take(property, '退单', () =>
    panel(property).getByRole('button', { name: '不属于本单位职责范围' }).click(),
  );

  const leader = await desk(browser, 'leader', caseNo);
  await expect(panel(leader).getByText('待值班长研判').first()).toBeVisible();
  await take(leader, '黄牌督办', () => panel(leader).getByLabel('理由').fill('居民催了三次'));
  await take(leader, '定责派单', async () => {
    await expect(panel(leader).getByText('从该单位首次接到本案起')).toBeVisible();
    await chooseUnit(leader, '派给哪个单位', '示范区市政公用管理单位');
    await panel(leader).getByRole('radio', { name: '示范区市政公用管理单位' }).check();
    await panel(leader).getByLabel('理由').fill('路灯归市政');
    await expectGoodToUse(leader, 20);
  });
  await expect(panel(leader).getByText(/^含定责计入 1 天 /)).toBeVisible();

  await street.reload();
  await take(street, '联动处置', async () => {
    await expect(panel(street).getByRole('button', { name: '确认联动处置' })).toBeVisible();
    for (const [name, asked] of [
      ['听涛物业', '打开配电箱'],
      ['供电企业', '查供电线路'],
    ] as const) {
      await chooseUnit(street, '添加单位', name);
      await panel(street).getByLabel(`要 ${name} 做什么`).fill(asked);
    }
    await panel(street).getByLabel('在哪里碰头').fill('竹影路 12 号灯杆下');
    await panel(street)
      .getByLabel('最晚几点到')
      .fill(`${dayIn(1)}T09:30`);
    await panel(street).getByLabel('理由').fill('灯、线、箱分属三家');
    await expectGoodToUse(street, 20);
  });
  await expect(panel(street).getByText('未到场')).toHaveCount(2);
  await expect(panel(street).getByText('打开配电箱')).toBeVisible();
  await expect(panel(street).getByText(/ 09:30$/)).toBeVisible();

  const { lon, lat } = await (await street.request.get(`/api/v1/cases/${caseNo}`)).json();
  await property.context().grantPermissions(['geolocation']);
  await property.context().setGeolocation({ longitude: lon, latitude: lat });
  await property.goto(`/console/cases/${caseNo}`);
  await take(property, '我已到场', async () => {
    await panel(property).getByRole('button', { name: '报一次当前位置' }).click();
    await expect(panel(property).getByText('已取得位置')).toBeVisible();
    await expectGoodToUse(property, 20);
  });

  await street.reload();
  await expect(panel(street).getByText(/分钟到场/)).toBeVisible();
  await expect(panel(street).getByText('距案发处 0 米')).toBeVisible();
  await expect(panel(street).getByText('未到场')).toHaveCount(1);
  await picture(street, 'disputed');
  await take(street, '联合答复', () =>
    panel(street).getByLabel('处置情况').fill('物业开箱，市政换线，供电配合停电'),
  );
  await expect(panel(street).getByText('物业开箱，市政换线，供电配合停电').first()).toBeVisible();

  await handler.goto(`/console/cases/${caseNo}`);
  await expect(panel(handler).getByRole('button', { name: '申请延期' })).toBeVisible();
  await expect(panel(handler).getByRole('button', { name: '退单' })).toHaveCount(0);
  await take(handler, '申请挂账（缓办）', async () => {
    await panel(handler).getByLabel('季节原因').check();
    await panel(handler).getByLabel('到哪天复核').fill(dayIn(60));
    await panel(handler).getByLabel('理由').fill('冻土不能开挖');
    await expectGoodToUse(handler, 20);
  });
  await leader.reload();
  await expect(panel(leader).getByText('冻土不能开挖').first()).toBeVisible();
  await take(leader, '批准');
  await expect(
    panel(leader)
      .getByText(/挂账（缓办）至/)
      .first(),
  ).toBeVisible();

  const anybody = await (await browser.newContext()).newPage();
  await anybody.goto('/held');
  await expect(anybody.getByRole('listitem').filter({ hasText: '路灯不亮' }).first()).toBeVisible();
  await expectGoodToUse(anybody);

  await take(leader, '恢复办理', () => panel(leader).getByLabel('备注').fill('回暖，可以开挖'));
  await expect(panel(leader).getByText(/^剩 /)).toBeVisible();

  const due = await panel(leader)
    .getByText(/ 到期$/)
    .innerText();
  await handler.reload();
  await take(handler, '申请延期', () => panel(handler).getByLabel('理由').fill('等电缆到货'));
  for (const reviewer of [street, leader]) {
    await reviewer.reload();
    await take(reviewer, '批准');
  }
  await expect(panel(leader).getByText(/ 到期$/)).not.toHaveText(due);

  const checker = await desk(browser, 'checker', caseNo);
  for (const answer of ['换了灯泡', '电缆也换了，灯已亮']) {
    await handler.reload();
    await take(handler, '处置反馈', () => panel(handler).getByLabel('处置情况').fill(answer));
    await checker.reload();
    if (answer === '换了灯泡') {
      await take(checker, '返工', () =>
        panel(checker).getByRole('button', { name: '现场未处置到位' }).click(),
      );
    }
  }
  await take(checker, '核查通过');
  await street.reload();
  await take(street, '结案');
  await expect(panel(street).getByText('按期反馈')).toBeVisible();
  await expect(panel(street).getByText('返工 1 次')).toBeVisible();
  await expectGoodToUse(street, 20);

  await handler.reload();
  await expect(panel(handler).getByText('按期反馈')).toBeVisible();
  await expect(panel(handler).getByRole('button', { name: '超期申诉' })).toHaveCount(0);
});

test('whoever answered late asks once to be excused, and two others have to agree', async ({
  browser,
}) => {
  const caseNo = await reportLamp(browser, `${newMark()} 忘了录入的灯`, hoursAgo(600));
  const street = await desk(browser, 'street', caseNo);
  await step(street, caseNo, 'file', { matterCode: STREET_LAMP, ...hoursAgo(599) });
  await step(street, caseNo, 'dispatch', { unitCode: 'SZ', ...hoursAgo(598) });

  const handler = await desk(browser, 'unit', caseNo);
  await expect(panel(handler).getByRole('button', { name: '申请延期' })).toHaveCount(0);
  await take(handler, '处置反馈', () => panel(handler).getByLabel('处置情况').fill('已换灯'));
  const checker = await desk(browser, 'checker', caseNo);
  await take(checker, '核查通过');
  await street.reload();
  await take(street, '结案');

  await handler.reload();
  await expect(panel(handler).getByText(/^超期 .+ 反馈$/)).toBeVisible();
  await take(handler, '超期申诉', () => panel(handler).getByLabel('理由').fill('派单忘了录入系统'));
  await expect(panel(handler).getByText('申诉待批').first()).toBeVisible();
  for (const persona of ['leader', 'district']) {
    await take(await desk(browser, persona, caseNo), '批准');
  }
  await handler.reload();
  await expect(panel(handler).getByText('超期已免责')).toBeVisible();
  await expect(panel(handler).getByRole('button', { name: '超期申诉' })).toHaveCount(0);
});
