import { expect, test, type Browser, type Page } from '@playwright/test';
import { uuidv7 } from '../../src/shared/uuid';
import { expectGoodToUse } from './looks';
import { become, newMark, SERVER, spotIn } from './people';

const STREET_LAMP = '12004';
const HEADERS = { 'X-Linli': '1' };

/** A leader of the whole district, who signs in by the link that the administrator made. */
async function leader(browser: Browser, admin: Page, areaCode: string): Promise<Page> {
  const mark = newMark();
  const id = `staff:${mark}`;
  const posts = [{ role: 'district_leader', areaCode }];
  const account = { opId: uuidv7(), id, name: `领${mark}`, posts };
  const accounts = `${SERVER}/api/v1/accounts`;
  const made = await admin.request.post(accounts, { data: account, headers: HEADERS });
  expect(made.status(), await made.text()).toBe(201);
  const answer = await admin.request.post(`${accounts}/${id}/sign-in-link`, {
    data: { opId: uuidv7() },
    headers: HEADERS,
  });
  const page = await (await browser.newContext()).newPage();
  await page.goto((await answer.json()).link);
  await page.getByRole('button', { name: '运行管理' }).click();
  await page.getByRole('link', { name: '规则' }).click();
  return page;
}

/** A lamp that a unit was given, as the street office sees it. */
async function dispatchedLamp(browser: Browser): Promise<{ caseNo: string; street: Page }> {
  const { areaCode } = await become(await browser.newContext(), 'grid');
  const { unitCode } = await become(await browser.newContext(), 'unit');
  const context = await browser.newContext();
  await become(context, 'street');
  const street = await context.newPage();
  const [lon, lat] = await spotIn(context.request, areaCode);
  const report = { opId: uuidv7(), matterCode: STREET_LAMP, lon, lat, source: 'resident' };
  const resident = (await browser.newContext()).request;
  const answer = await resident.post(`${SERVER}/api/v1/reports`, {
    data: { ...report, text: `${newMark()} 灯不亮`, address: '清和街道竹影路', photoIds: [] },
    headers: HEADERS,
  });
  expect(answer.status(), await answer.text()).toBe(201);
  const { caseNo } = await answer.json();
  for (const step of [
    { step: 'file', matterCode: STREET_LAMP },
    { step: 'dispatch', unitCode },
  ]) {
    const { version } = await (
      await context.request.get(`${SERVER}/api/v1/cases/${caseNo}`)
    ).json();
    const taken = await context.request.post(`${SERVER}/api/v1/cases/${caseNo}/steps`, {
      data: { opId: uuidv7(), version, ...step },
      headers: HEADERS,
    });
    expect(taken.status(), await taken.text()).toBe(200);
  }
  return { caseNo, street };
}

async function limitOf(page: Page, caseNo: string): Promise<string> {
  const detail = await (await page.request.get(`${SERVER}/api/v1/cases/${caseNo}`)).json();
  return detail.filing.limit;
}

/** The day it is in the district. */
function today(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** What the other stories expect is in force again after this one. */
async function putBack(leading: Page, admin: Page): Promise<void> {
  const rules = `${SERVER}/api/v1/rules`;
  const { rules: shipped } = await (await admin.request.get(`${rules}/versions/0`)).json();
  const draft = await leading.request.post(`${rules}/drafts`, {
    data: { opId: uuidv7(), name: '恢复', rules: shipped },
    headers: HEADERS,
  });
  const { id, version } = await draft.json();
  const done = await admin.request.post(`${rules}/drafts/${id}/enactment`, {
    data: { opId: uuidv7(), version, effectiveFrom: today() },
    headers: HEADERS,
  });
  expect(done.status(), await done.text()).toBe(200);
}

test('a district turns six stages into five and changes a limit, and older cases keep theirs', async ({
  browser,
}) => {
  // six people's desks, and a month replayed
  test.slow();
  const context = await browser.newContext();
  const { areaCode } = await become(context, 'admin');
  const admin = await context.newPage();
  const before = await dispatchedLamp(browser);
  const usual = await limitOf(before.street, before.caseNo);

  const leading = await leader(browser, admin, areaCode);
  await leading.getByRole('button', { name: '复制修改' }).first().click();
  const draft = leading.getByRole('region', { name: '草案' });
  const name = `五阶段${newMark()}`;
  await draft.getByRole('textbox', { name: '改动说明' }).fill(name);
  await draft.getByRole('button', { name: '五阶段' }).click();
  await draft.getByLabel('区定时限 事项').selectOption(STREET_LAMP);
  await draft.getByLabel('立案条件').selectOption('2');
  await draft.getByLabel('时限', { exact: true }).fill('1');
  await draft.getByLabel('单位').selectOption('CH');
  await draft.getByRole('button', { name: '添加 区定时限' }).click();
  await draft.getByRole('button', { name: '预览改动' }).click();
  const changes = draft.getByRole('region', { name: '将改动' });
  await expect(changes.getByText('→ 信息收集—研判分类—调度处置—结果反馈—评价结案')).toBeVisible();
  await expect(changes.getByText('→ 1 个紧急工作时')).toBeVisible();
  await draft.getByRole('button', { name: '用上月案件模拟' }).click();
  await expect(draft.getByText(/上报并立案或对接的：\d+ 件/)).toBeVisible();
  await expect(draft.getByText('须由另一人批准生效')).toBeVisible();
  await expectGoodToUse(leading, 20);

  await admin.goto('/console/rules');
  await admin.getByRole('button', { name: `打开 ${name}` }).click();
  await admin.getByLabel('自哪天起').fill(today());
  await admin.getByRole('button', { name: '批准生效' }).click();
  await expect(admin.getByRole('status')).toContainText('已批准');

  const after = await dispatchedLamp(browser);
  expect(await limitOf(after.street, after.caseNo)).toBe('1CH');
  expect(await limitOf(before.street, before.caseNo)).toBe(usual);
  await after.street.goto('/console/cases?stage=act');
  await expect(after.street.getByText('调度处置').first()).toBeVisible();
  await putBack(leading, admin);
});
