import { expect, test } from '@playwright/test';
import { expectGoodToUse, inLargeType } from './looks';

test('residents find what is held and what never is, and whether that is kept', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('link', { name: /邻里章程/ }).click();

  await expect(page).toHaveURL(/\/charter$/);
  await expect(page.getByRole('status')).toContainText('这里遵守章程');
  await expect(page.getByText('不登记民族、宗教、政治面貌')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: /^N\d+/ })).toHaveCount(16);
});

test('a charter that is not kept says by what', async ({ page }) => {
  await page.route('**/api/v1/charter', (route) =>
    route.fulfill({
      json: {
        kept: false,
        looked: 1200,
        checkedAt: '2026-11-22T08:00:00Z',
        breaches: [{ rule: 'N2', broken: '不登记民族', where: 'schema' }],
      },
    }),
  );
  await page.goto('/charter');

  await expect(page.getByRole('status')).toContainText('这里没有遵守章程');
  await expect(page.getByRole('status')).toContainText('N2 不登记民族');
});

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]) {
  test(`the charter is good to use at ${viewport.width} px, in both languages`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    if (viewport.width < 500) await inLargeType(page);
    for (const language of ['zh-CN', 'en']) {
      await page.addInitScript((it) => localStorage.setItem('linli.language', it), language);
      await page.goto('/charter');
      await expect(page.getByRole('status')).toContainText(/遵守章程|is kept/);
      await expectGoodToUse(page);
    }
  });
}
