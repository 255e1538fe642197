import { expect, test, type Browser, type Page } from '@playwright/test';
import { expectGoodToUse } from './looks';
import { become, newMark, SERVER } from './people';

const SMALLEST = 24;

/** An auditor of the whole district, who signs in by the link that the administrator made. */
async function auditor(browser: Browser, mark: string): Promise<Page> {
  const admin = await browser.newContext();
  const { areaCode } = await become(admin, 'admin');
  const headers = { 'X-Linli': '1' };
  const id = `staff:${mark}`;
  const posts = [{ role: 'auditor', areaCode }];
  const account = { opId: crypto.randomUUID(), id, name: `审${mark}`, posts };
  const made = await admin.request.post(`${SERVER}/api/v1/accounts`, { data: account, headers });
  expect(made.status()).toBe(201);
  const asked = { opId: crypto.randomUUID() };
  const answer = await admin.request.post(`${SERVER}/api/v1/accounts/${id}/sign-in-link`, {
    data: asked,
    headers,
  });
  const page = await (await browser.newContext()).newPage();
  await page.goto((await answer.json()).link);
  await page.getByRole('button', { name: '运行管理' }).click();
  await page.getByRole('link', { name: '审计轨迹' }).click();
  return page;
}

test('an auditor sees who did what, finds it again, and has all of it checked', async ({
  browser,
}) => {
  const mark = newMark();
  const page = await auditor(browser, mark);
  const table = page.getByRole('table');

  await expect(table.getByRole('row', { name: `staff:${mark} 登录` })).toBeVisible();

  await page.getByRole('textbox', { name: '对象编号' }).fill(`staff:${mark}`);
  await page.getByRole('button', { name: '查询' }).click();
  const about = table.getByRole('row').filter({ has: page.getByText(`staff:${mark}`) });
  await expect(about.filter({ hasText: '建立账号' })).toHaveCount(1);
  await expect(about.filter({ hasText: '调整岗位' })).toHaveCount(1);

  await page.getByRole('button', { name: '核对全部记录' }).click();
  await expect(page.getByRole('status')).toContainText('逐条重算无误');
  await expectGoodToUse(page, SMALLEST);

  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'Audit trail' })).toBeVisible();
  await expect(table.getByRole('cell', { name: 'Account made' })).toBeVisible();
});

test('nobody else is offered the trail', async ({ browser }) => {
  const context = await browser.newContext();
  await become(context, 'admin');
  const page = await context.newPage();
  await page.goto('/console/');

  await page.getByRole('button', { name: '运行管理' }).click();
  await expect(page.getByRole('link', { name: '账号与数据' })).toBeVisible();
  await expect(page.getByRole('link', { name: '审计轨迹' })).toHaveCount(0);
});
