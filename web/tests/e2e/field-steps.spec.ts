import { randomUUID } from 'node:crypto';
import { expect, test, type Browser } from '@playwright/test';
import type { CaseDetail, ReportReceipt } from '../../src/shared/wire';
import { Line } from './line';
import { become, newMark, PHONE, SERVER, spotIn } from './people';

/** A resident's report in the grid member's cell. */
async function reported(browser: Browser, text: string): Promise<ReportReceipt> {
  const context = await browser.newContext();
  const { areaCode } = await become(context, 'grid');
  const [lon, lat] = await spotIn(context.request, areaCode);
  await context.clearCookies();
  const answer = await context.request.post(`${SERVER}/api/v1/reports`, {
    data: { opId: randomUUID(), matterCode: '12004', text, lon, lat, source: 'resident' },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  const receipt = await answer.json();
  await context.close();
  return receipt;
}

async function take(browser: Browser, key: string, caseNo: string, step: string) {
  const context = await browser.newContext();
  await become(context, key);
  const { version } = await seen(browser, key, caseNo);
  const answer = await context.request.post(`${SERVER}/api/v1/cases/${caseNo}/steps`, {
    data: { opId: randomUUID(), step, version },
    headers: { 'X-Linli': '1' },
  });
  expect(answer.status(), await answer.text()).toBe(200);
  await context.close();
}

async function seen(browser: Browser, key: string, caseNo: string): Promise<CaseDetail> {
  const context = await browser.newContext();
  await become(context, key);
  const answer = await context.request.get(`${SERVER}/api/v1/cases/${caseNo}`);
  const detail = await answer.json();
  await context.close();
  return detail;
}

test('a case that waits is verified without a network', async ({ browser }) => {
  const { caseNo } = await reported(browser, `${newMark()} 灯不亮`);
  await take(browser, 'street', caseNo, 'accept');
  const line = await Line.to(SERVER);
  const context = await browser.newContext({ baseURL: line.url, viewport: PHONE });
  await become(context, 'grid', line.url);
  const page = await context.newPage();
  await page.goto('/field/');
  await expect(page.getByRole('heading', { name: '等您去核实' })).toBeVisible();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect
    .poll(() =>
      page.evaluate(
        (key) =>
          new Promise<number>((done) => {
            const open = indexedDB.open('linli-field');
            open.onsuccess = () => {
              const count = open.result.transaction('kept').objectStore('kept').count(key);
              count.onsuccess = () => done(count.result);
            };
          }),
        `case ${caseNo}`,
      ),
    )
    .toBe(1);

  line.cut();
  await context.setOffline(true);
  await page.goto(`/field/cases/${caseNo}`);
  await expect(page.getByText('现在可能有变化')).toBeVisible();
  await page.getByRole('button', { name: '核实' }).click();
  await expect(page.getByRole('button', { name: '提交' })).toBeDisabled();
  await page.getByLabel('属实').check();
  await page.getByLabel('说明').fill('确实不亮');
  await page.getByRole('button', { name: '提交' }).click();
  await expect(page.getByText('存在手机里，联网后自动上传。')).toBeVisible();
  await page.goto(`/field/cases/${caseNo}`);
  await expect(page.getByText('您的操作已记下，等待上传。')).toBeVisible();

  line.mend();
  await context.setOffline(false);
  await expect(page.locator('.pill', { hasText: '已核实' })).toBeVisible({ timeout: 20_000 });
  const after = await seen(browser, 'street', caseNo);
  expect(after.state).toBe('VERIFIED');
  expect(after.history.at(-1)).toMatchObject({ step: 'verify', note: '确实不亮' });
  await context.close();
  await line.close();
});

test('a step that came too late is returned and leads back to the case', async ({ browser }) => {
  const { caseNo } = await reported(browser, `${newMark()} 灯不亮`);
  await take(browser, 'street', caseNo, 'accept');
  const line = await Line.to(SERVER);
  const context = await browser.newContext({ baseURL: line.url, viewport: PHONE });
  await become(context, 'grid', line.url);
  const page = await context.newPage();
  await page.goto(`/field/cases/${caseNo}`);
  await page.getByRole('button', { name: '核实' }).click();
  await page.getByLabel('属实').check();
  line.cut();
  await page.getByRole('button', { name: '提交' }).click();
  await expect(page.getByText('存在手机里，联网后自动上传。')).toBeVisible();

  await take(browser, 'street', caseNo, 'file');
  line.mend();
  await page.getByRole('link', { name: '首页' }).click();
  await page.getByRole('link', { name: '1 条被退回，请更正' }).click();
  await expect(page.locator('article').getByText('原因')).toBeVisible();
  await page.getByRole('link', { name: '看看这个案件' }).click();
  await expect(page.locator('.pill', { hasText: '已立案' })).toBeVisible();

  await page.goto('/field/outbox');
  await page.getByRole('button', { name: '不再提交' }).click();
  await page.getByRole('button', { name: '确定不再提交' }).click();
  await expect(page.getByText('没有待上传的内容')).toBeVisible();
  await context.close();
  await line.close();
});
