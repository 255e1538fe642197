import { expect, test, type Browser, type Page } from '@playwright/test';
import { uuidv7 } from '../../src/shared/uuid';
import { expectGoodToUse } from './looks';
import { become, newMark, PHONE, SERVER, spotIn } from './people';

const MEALS = '20002';
const HEADERS = { 'X-Linli': '1' };

/** Asks for meals for an elder, without an account, and gives what the receipt says. */
async function asked(browser: Browser): Promise<{ caseNo: string; trackingCode: string }> {
  const { areaCode } = await become(await browser.newContext(), 'grid');
  const resident = (await browser.newContext()).request;
  const [lon, lat] = await spotIn(resident, areaCode);
  const report = { opId: uuidv7(), matterCode: MEALS, lon, lat, source: 'resident', photoIds: [] };
  const answer = await resident.post(`${SERVER}/api/v1/reports`, {
    data: { ...report, text: `${newMark()} 想给父亲订午餐`, address: '清和街道竹影路' },
    headers: HEADERS,
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return answer.json();
}

async function desk(browser: Browser, persona: string, caseNo: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await become(context, persona);
  const page = await context.newPage();
  await page.goto(`/console/cases/${caseNo}`);
  await expect(panel(page).getByRole('heading', { name: '老年助餐需求' })).toBeVisible();
  return page;
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

/** A step that is told elsewhere, taken without looking. */
async function step(page: Page, caseNo: string, name: string, more: object): Promise<void> {
  const file = `${SERVER}/api/v1/cases/${caseNo}`;
  const { version } = await (await page.request.get(file)).json();
  const data = { opId: uuidv7(), step: name, version, ...more };
  const answer = await page.request.post(`${file}/steps`, { data, headers: HEADERS });
  expect(answer.status(), await answer.text()).toBe(200);
}

test('help is matched, given, asked about and confirmed by whoever asked for it', async ({
  browser,
}) => {
  const { caseNo, trackingCode } = await asked(browser);
  const { unitCode } = await become(await browser.newContext(), 'unit');
  const street = await desk(browser, 'street', caseNo);
  await expect(panel(street).getByRole('button', { name: '立案', exact: true })).toHaveCount(0);
  await expect(panel(street).getByRole('button', { name: '不予受理' })).toBeVisible();
  await take(street, '对接', async () => {
    await panel(street).getByRole('combobox', { name: '派给哪个单位' }).click();
    const units = await (await street.request.get(`${SERVER}/api/v1/units`)).json();
    const { name } = units.find((unit: { code: string }) => unit.code === unitCode);
    await street.getByRole('option', { name, exact: true }).click();
    await expect(street.getByRole('listbox')).toBeHidden();
    await expectGoodToUse(street, 20);
  });
  await expect(panel(street).getByText('帮办中')).toBeVisible();

  const helper = await desk(browser, 'unit', caseNo);
  await take(helper, '帮办反馈', () => panel(helper).getByLabel('处置情况').fill('明天起送餐上门'));

  await street.reload();
  await expect(panel(street).getByText('待本人确认')).toBeVisible();
  await take(street, '回访', async () => {
    await panel(street).getByLabel('没有联系上，改日再访').check();
    await panel(street).getByLabel('备注（可不填）').fill('电话没人接');
  });

  const resident = await (await browser.newContext({ viewport: PHONE })).newPage();
  await resident.goto(`/track/${trackingCode}`);
  await expect(resident.getByRole('heading', { name: '等您确认' })).toBeVisible();
  await expect(resident.getByText('明天起送餐上门')).toBeVisible();
  await expectGoodToUse(resident);
  await resident.getByRole('button', { name: '还没办好' }).click();
  await resident.getByLabel('还差什么？（可不填）').fill('要软一点的饭');
  await resident.getByRole('button', { name: '请继续办' }).click();
  await expect(resident.getByRole('heading', { name: '正在帮您办' })).toBeVisible();

  await step(helper, caseNo, 'handle', { answer: '换了软饭' });
  await resident.reload();
  await resident.getByRole('button', { name: '办好了' }).click();
  await expect(resident.getByRole('heading', { name: '已办结' })).toBeVisible();
  await street.reload();
  await expect(panel(street).getByText('已办结')).toBeVisible();
});
