import { expect, test, type APIRequestContext, type Browser, type Page } from '@playwright/test';
import { uuidv7 } from '../../src/shared/uuid';
import { Installation } from './installation';
import { expectGoodToUse } from './looks';
import { become, newMark, PHONE, spotIn } from './people';

const GAS = '17006';
const GAS_COMPANY = 'RQ';
const SATURDAY_NIGHT = '2026-11-28T22:00:00+08:00';

/** Ten minutes of this Saturday night take half a minute: the server's own clock runs so fast. */
const PACE = 20;
const TEN_MINUTES_MILLIS = (10 * 60_000) / PACE;

let linli: Installation;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  linli = await Installation.demo({
    'linli.demo-clock.begins': SATURDAY_NIGHT,
    'linli.demo-clock.pace': `${PACE}`,
    'linli.notices.mail.host': '127.0.0.1',
    'linli.notices.mail.from': 'linli@linli.example',
    'linli.notices.sms.url': 'http://127.0.0.1:9/sms',
  });
});

test.afterAll(() => linli?.stop());

async function sent(request: APIRequestContext, path: string, data: object, method = 'POST') {
  const answer = await request.fetch(`${linli.url}${path}`, {
    method,
    data: { opId: uuidv7(), ...data },
    headers: { 'X-Linli': '1' },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return answer.json();
}

async function desk(browser: Browser, persona: string): Promise<Page> {
  const context = await browser.newContext();
  await become(context, persona, linli.url);
  return context.newPage();
}

/** Somebody else of the gas company, by the link an administrator gives them. */
async function colleague(browser: Browser, name: string): Promise<Page> {
  const admin = (await desk(browser, 'admin')).request;
  const id = `staff:${newMark()}`;
  const post = { role: 'unit_handler', areaCode: '990104', unitCode: GAS_COMPANY };
  await sent(admin, '/api/v1/accounts', { id, name, posts: [post] });
  const { link } = await sent(admin, `/api/v1/accounts/${id}/sign-in-link`, {});
  const page = await (await browser.newContext()).newPage();
  await page.goto(linli.url + link);
  await expect(page.getByRole('navigation')).toBeVisible();
  return page;
}

test('Saturday 22:00, smell of gas: who is on call is silent for ten minutes; the next one takes it', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const next = await colleague(browser, '后值班');
  await next.goto(`${linli.url}/console/roster`);
  await next
    .getByRole('row', { name: /燃气企业/ })
    .getByRole('button')
    .click();
  await next.getByRole('button', { name: '增加班次' }).click();
  const added = next.getByRole('row').last();
  await added.getByLabel('星期').selectOption('每周 周六');
  await added.getByLabel('呼叫顺序').fill('2');
  await added.getByLabel('值班人员').selectOption('后值班');
  await next.getByRole('button', { name: '保存值班表' }).click();
  await expect(next.getByText('值班表已保存。')).toBeVisible();

  const street = await desk(browser, 'street');
  const resident = (await browser.newContext()).request;
  const { areaCode } = await become(await browser.newContext(), 'grid', linli.url);
  const [lon, lat] = await spotIn(street.request, areaCode, linli.url);
  const text = `${newMark()} 楼道里有燃气味`;
  const address = '清和街道竹影路';
  const report = { address, matterCode: GAS, text, lon, lat, source: 'resident', photoIds: [] };
  const { caseNo } = await sent(resident, '/api/v1/reports', report);
  const steps = `/api/v1/cases/${caseNo}/steps`;
  await sent(street.request, steps, { step: 'file', version: 1, matterCode: GAS });
  await sent(street.request, steps, { step: 'dispatch', version: 2, unitCode: GAS_COMPANY });

  const orders = async () => {
    const answer = await street.request.get(`${linli.url}/api/v1/oncall/orders`);
    return (await answer.json()).find((order: { caseNo: string }) => order.caseNo === caseNo);
  };
  const calls = async () => (await orders())?.calls ?? [];
  await expect.poll(async () => (await calls()).length).toBe(1);
  expect((await calls())[0].name).not.toBe('后值班');
  await expect
    .poll(async () => (await calls())[1]?.name, { timeout: 2 * TEN_MINUTES_MILLIS })
    .toBe('后值班');
  const [first, second] = await calls();
  const waited = Date.parse(second.calledAt) - Date.parse(first.calledAt);
  expect(waited / 60_000).toBeGreaterThanOrEqual(10);

  await next.goto(`${linli.url}/console/roster`);
  await expect(next.getByText('呼叫 后值班')).toBeVisible();
  await next.getByRole('link', { name: '打开案件' }).first().click();
  const panel = next.getByRole('complementary');
  await panel.getByRole('button', { name: '接单', exact: true }).click();
  await panel.getByRole('button', { name: '确认接单' }).click();
  await expect(panel.getByText('已完成：接单')).toBeVisible();
  await expect.poll(orders).toBeUndefined();

  await street.setViewportSize(PHONE);
  await street.goto(`${linli.url}/console/roster`);
  await expect(street.getByRole('region', { name: '清和街道' })).toBeVisible();
  const sideways = (main: Element) => main.scrollWidth - main.clientWidth;
  expect(await street.getByRole('main').evaluate(sideways)).toBeLessThanOrEqual(0);
});

test('how one is told besides the inbox, and when only of what is urgent, is one’s own choice', async ({
  browser,
}) => {
  const page = await desk(browser, 'unit');
  await page.goto(`${linli.url}/console/notices`);
  const wishes = page.getByRole('region', { name: '怎样通知我' });
  await wishes.getByLabel('邮件').check();
  await wishes.getByLabel('短信').check();
  await wishes.getByLabel('邮箱').fill('liu.anming@example.org');
  await wishes.getByLabel('手机号').fill('13900139088');
  await wishes.getByLabel('这段时间只发紧急的').fill('21:30');
  await wishes.getByLabel('至', { exact: true }).fill('07:00');
  for (const viewport of [PHONE, { width: 1440, height: 900 }]) {
    await page.setViewportSize(viewport);
    await expectGoodToUse(page, 24);
  }
  await wishes.getByRole('button', { name: '保存' }).click();
  await expect(wishes.getByText('已保存。')).toBeVisible();

  await page.reload();
  await expect(wishes.getByLabel('邮件')).toBeChecked();
  await expect(wishes.getByLabel('这段时间只发紧急的')).toHaveValue('21:30');
  await expect(wishes.getByText(/手机号（现为 .*88）/)).toBeVisible();
  await expect(wishes.getByText('13900139088')).toHaveCount(0);
});
