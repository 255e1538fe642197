import { expect, test, type Browser, type Page } from '@playwright/test';
import { Line } from './line';
import { expectGoodToUse } from './looks';
import { act, become, newMark, PHONE, SERVER, spotIn, step } from './people';

const STREET_LAMP = '12004';

/** A lamp that a resident has reported in the cell of the demo's grid member. */
async function reported(browser: Browser): Promise<string> {
  const context = await browser.newContext();
  const { areaCode } = await become(await browser.newContext(), 'grid');
  const [lon, lat] = await spotIn(context.request, areaCode);
  const report = { matterCode: STREET_LAMP, text: `${newMark()} 灯不亮`, lon, lat };
  const answer = await act(context.request, '/api/v1/reports', { ...report, source: 'resident' });
  return (await answer.json()).caseNo;
}

async function desk(browser: Browser, persona: string): Promise<Page> {
  const context = await browser.newContext();
  await become(context, persona);
  return context.newPage();
}

test('the bell tells a unit of its new case, and stops once that was read', async ({ browser }) => {
  const page = await desk(browser, 'unit');
  await page.goto('/console/cases');
  const bell = page.getByRole('link', { name: /^通知，/ });
  await expect(bell).toBeVisible();

  const caseNo = await reported(browser);
  const street = (await desk(browser, 'street')).request;
  await step(street, caseNo, 'file', { matterCode: STREET_LAMP });
  await step(street, caseNo, 'dispatch', { unitCode: 'SZ' });
  await expect
    .poll(async () => (await page.request.get(`${SERVER}/api/v1/notices`)).text())
    .toContain(caseNo);
  await page.reload();
  await expect(bell).toHaveAccessibleName(/^通知，[1-9]/);

  await bell.click();
  const ofTheCase = page.getByRole('listitem').filter({ hasText: caseNo });
  const told = ofTheCase.filter({ hasText: '有一件新案件派给你们单位' });
  await expect(told).toContainText('未读');
  await expect(told).toContainText('路灯不亮 · 清和街道');
  for (const viewport of [{ width: 1440, height: 900 }, PHONE]) {
    await page.setViewportSize(viewport);
    await expectGoodToUse(page, 24);
  }
  await told.getByRole('link').click();
  await expect(page.getByRole('complementary').getByText(caseNo).first()).toBeVisible();
  await page.goBack();
  await expect(told).not.toContainText('未读');
});

test('the field app tells its member what to see on the spot, also without a network', async ({
  browser,
}) => {
  const caseNo = await reported(browser);
  await step((await desk(browser, 'street')).request, caseNo, 'accept');
  const line = await Line.to(SERVER);
  const context = await browser.newContext({ baseURL: line.url, viewport: PHONE });
  await become(context, 'grid', line.url);
  const page = await context.newPage();
  await expect
    .poll(async () => (await page.request.get('/api/v1/notices')).text())
    .toContain(caseNo);
  await page.goto('/field/');
  await page.getByRole('link', { name: /^通知.*未读/ }).click();
  const told = page.getByRole('link', { name: caseNo });
  await expect(told).toContainText('有一件上报等你去核实');
  await expectGoodToUse(page);

  await page.evaluate(() => navigator.serviceWorker.ready);
  line.cut();
  await context.setOffline(true);
  await page.reload();
  await expect(told).toBeVisible();
  line.mend();
  await context.setOffline(false);
  await told.click();
  await expect(page.getByText(caseNo)).toBeVisible();
  await page.goBack();
  await expect(told).not.toContainText('未读');
  await context.close();
  await line.close();
});
