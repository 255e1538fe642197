import { expect, test, type Page } from '@playwright/test';
import { expectGoodToUse } from './looks';
import { become, casesWith, newMark, PHONE } from './people';

const OFFICE = { width: 1440, height: 900 };
const ROAD = '竹影路';

/** What is told and where, as a clerk types it. */
async function tell(page: Page, words: string): Promise<void> {
  await expect(page.getByLabel('反映了什么')).toBeFocused();
  await page.keyboard.type(words);
  await page.getByLabel('在哪里').fill(ROAD.slice(0, 2));
  await expect(page.getByRole('button', { name: ROAD, exact: true })).toBeVisible();
  await page.getByLabel('在哪里').press('Enter');
  await expect(page.getByLabel('在哪里')).toHaveValue(ROAD);
  await expect(page.getByText('网格员：')).toBeVisible();
}

/** The server takes in what is sent next, and its answer is lost. */
async function loseNextAnswer(page: Page): Promise<void> {
  await page.route(
    '**/api/v1/reports',
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
}

test('a call is entered once, and who calls about the same joins it', async ({ page, context }) => {
  await become(context, 'street');
  await page.goto('/console/cases');
  const list = page.getByRole('region', { name: '案件处置' });
  await list.getByRole('link', { name: '来电登记' }).click();
  const mark = newMark();
  await tell(page, `${mark} 路灯不亮`);
  await page.getByRole('combobox', { name: '事项' }).fill('路灯');
  await page.getByRole('option', { name: '路灯不亮' }).click();
  await expect(page.getByRole('radio', { name: /^应亮时段单灯或连片不亮 / })).toBeChecked();
  await page.getByLabel('姓名').fill('陆小曼');
  await page.getByLabel('电话').fill('无');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await expect(page.getByLabel('电话')).toHaveAccessibleDescription(/电话号码无效/);
  await expect(page.getByLabel('电话')).toBeFocused();
  for (const viewport of [OFFICE, PHONE]) {
    await page.setViewportSize(viewport);
    await expectGoodToUse(page, 24);
  }
  await page.setViewportSize(OFFICE);

  await page.getByLabel('电话').fill('0571-8888');
  await loseNextAnswer(page);
  await page.keyboard.press('Enter');
  await expect(page.getByText('没有收到回执')).toBeVisible();
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await expect(page.getByRole('heading', { name: '已登记' })).toBeFocused();
  await expectGoodToUse(page, 24);
  const [first, ...doubles] = await casesWith(context.request, mark);
  expect(doubles).toEqual([]);
  await expect(page.getByRole('link', { name: first!.caseNo })).toBeVisible();

  await page.getByRole('button', { name: '下一个来电' }).click();
  await tell(page, `${mark} 灯不亮`);
  await page.getByLabel('姓名').fill('周先生');
  await page.reload();
  await expect(page.getByLabel('反映了什么')).toHaveValue(`${mark} 灯不亮`);
  await expect(page.getByLabel('姓名')).toHaveValue('');
  const known = page.getByRole('listitem').filter({ hasText: first!.caseNo });
  await expect(known).toContainText('可能是同一件');
  await known.getByRole('button', { name: '就是这件' }).click();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByText(`The same as ${first!.caseNo}`)).toBeVisible();
  await expectGoodToUse(page, 24);
  await page.getByLabel('What they tell').press('Control+Enter');
  await expect(page.getByText(`Merged into ${first!.caseNo}`)).toBeVisible();
  const told = await casesWith(context.request, mark);
  expect(told.find(({ caseNo }) => caseNo === first!.caseNo)).toMatchObject({ followers: 2 });
  expect(told.map(({ state }) => state).sort()).toEqual(['MERGED', 'REPORTED']);
});
