import { expect, test, type Browser, type Page } from '@playwright/test';
import { uuidv7 } from '../../src/shared/uuid';
import { expectGoodToUse } from './looks';
import { become, newMark, SERVER, spotIn } from './people';

const STREET_LAMP = '12004';

/** The desk of somebody of the demo, with a case open. */
async function desk(browser: Browser, persona: string, caseNo: string): Promise<Page> {
  const context = await browser.newContext();
  await become(context, persona);
  const page = await context.newPage();
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

async function reportLamp(browser: Browser, text: string): Promise<string> {
  const context = await browser.newContext();
  const { areaCode } = await become(await browser.newContext(), 'grid');
  const [lon, lat] = await spotIn(context.request, areaCode);
  const data = { opId: uuidv7(), matterCode: STREET_LAMP, text, lon, lat, source: 'resident' };
  const answer = await context.request.post(`${SERVER}/api/v1/reports`, {
    data: { ...data, address: '清和街道竹影路', photoIds: [] },
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

test('a case that nobody wants gets a ruling, and then waits for its season in public', async ({
  browser,
}) => {
  const caseNo = await reportLamp(browser, `${newMark()} 两家都说不归自己管的灯`);
  const street = await desk(browser, 'street', caseNo);
  await step(street, caseNo, 'file', { matterCode: STREET_LAMP });
  const context = await browser.newContext();
  const { unitCode } = await become(context, 'unit');
  const handler = await context.newPage();
  await handler.goto('/console/cases');
  for (const reason of ['不是我们的灯', '还是不是我们的灯']) {
    await step(street, caseNo, 'dispatch', { unitCode });
    await step(handler, caseNo, 'return', { reason });
  }

  const leader = await desk(browser, 'leader', caseNo);
  await expect(panel(leader).getByText('待值班长研判').first()).toBeVisible();
  await take(leader, '黄牌督办', () => panel(leader).getByLabel('理由').fill('居民催了三次'));
  await take(leader, '定责派单', async () => {
    await expect(panel(leader).getByText('从该单位首次接到本案起')).toBeVisible();
    await panel(leader).getByRole('radio').first().check();
    await panel(leader).getByLabel('理由').fill('路灯归市政');
    await expectGoodToUse(leader, 20);
  });
  await expect(panel(leader).getByText('含定责计入')).toBeVisible();

  await handler.goto(`/console/cases/${caseNo}`);
  await expect(panel(handler).getByRole('button', { name: '退单' })).toHaveCount(0);
  await take(handler, '申请挂账（缓办）', async () => {
    await panel(handler).getByLabel('季节原因').check();
    const spring = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
    await panel(handler).getByLabel('到哪天复核').fill(spring);
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
});
