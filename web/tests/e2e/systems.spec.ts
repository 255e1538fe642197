import { expect, test } from '@playwright/test';
import { expectGoodToUse } from './looks';
import { act, become, newMark, PHONE } from './people';

const SYSTEM = 'city-12345';

test('what another system calls by its own codes waits until somebody says what they mean', async ({
  browser,
}) => {
  const mark = newMark();
  const theirs = `LIGHT-${mark}`;
  const context = await browser.newContext();
  await become(context, 'admin');
  const { areaCode } = await become(await browser.newContext(), 'grid');
  const page = await context.newPage();
  await page.goto('/console/systems');
  const systems = page.getByRole('region', { name: '已登记的系统' });
  await systems.getByLabel('系统代码').fill(SYSTEM);
  await systems.getByLabel('名称').fill('市热线');
  await systems.getByRole('button', { name: '保存' }).first().click();
  await systems.getByRole('button', { name: '设置 市热线', exact: true }).click();
  await systems.getByLabel('对方代码').fill('AREA-1');
  await systems.getByRole('combobox', { name: '类别' }).press('Enter');
  await page.getByRole('option', { name: '地点' }).click();
  await systems.getByLabel('本地代码').fill(areaCode);
  await systems.getByRole('button', { name: '保存' }).nth(1).click();
  await expect(systems.getByText(`AREA-1 → ${areaCode}`)).toBeVisible();

  const report = { externalId: mark, matter: theirs, area: 'AREA-1', text: `${mark} 灯不亮` };
  const post = { name: '市热线', role: 'viewer', areaCode: '990104', days: 1 };
  const { token } = await (await act(context.request, '/api/v1/tokens', post)).json();
  const hotline = (await browser.newContext()).request;
  const handed = await hotline.post(`/api/v1/systems/${SYSTEM}/reports`, {
    data: { reports: [report] },
    headers: { Authorization: `Bearer ${token}` },
  });
  expect(await handed.text()).toContain('quarantined');
  await page.reload();
  const waiting = page.getByRole('row').filter({ hasText: mark });
  await expect(waiting).toContainText(`事项代码 ${theirs}`);
  await waiting.getByRole('button', { name: /设置/ }).click();
  await waiting.getByLabel('本地事项代码').fill('12004');
  await waiting.getByLabel('以后都这样对应').check();
  for (const viewport of [PHONE, { width: 1440, height: 900 }]) {
    await page.setViewportSize(viewport);
    await expectGoodToUse(page, 24);
  }
  await waiting.getByRole('button', { name: '转为案件' }).click();
  await expect(waiting).toHaveCount(0);

  const cases = await context.request.get('/api/v1/cases', { params: { text: mark } });
  expect((await cases.json()).items).toHaveLength(1);
  await page.getByRole('button', { name: '设置 市热线', exact: true }).click();
  await expect(systems.getByText(`${theirs} → 12004`)).toBeVisible();
});
