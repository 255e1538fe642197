import { expect, test } from '@playwright/test';
import { become, PHONE, spotIn } from './people';
import { expectGoodToUse, inLargeType } from './looks';

const PATHS = [
  '/field/',
  '/field/report',
  '/field/report/details',
  '/field/cases',
  '/field/outbox',
  '/field/notices',
];

for (const [name, viewport, large, smallest] of [
  ['on a phone', PHONE, false, 44],
  ['on a narrow phone in large type', { width: 360, height: 740 }, true, 44],
  ['on a desk', { width: 1440, height: 900 }, false, 44],
] as const) {
  test(`the field app is good to use ${name}`, async ({ page, context }) => {
    const { areaCode } = await become(context, 'grid');
    const [longitude, latitude] = await spotIn(context.request, areaCode);
    await context.grantPermissions(['geolocation']);
    await context.setGeolocation({ longitude, latitude });
    await page.setViewportSize(viewport);
    if (large) await inLargeType(page);
    await page.goto('/field/');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('您好');
    await page.goto('/field/report');
    await page.getByLabel('找事项').fill('暴露垃圾');
    await page.getByRole('button', { name: '暴露垃圾', exact: true }).click();
    await expect(page.getByText('误差约')).toBeVisible();

    for (const path of PATHS) {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectGoodToUse(page, smallest);
    }
    await page.goto('/field/cases');
    await page.getByRole('button', { name: /^已办结/ }).click();
    await page.locator('a.case').first().click();
    await expect(page.getByRole('heading', { name: '办理过程' })).toBeVisible();
    await expectGoodToUse(page, smallest);
  });
}

test('the large acts of the field app are as large as a thumb in a glove', async ({
  page,
  context,
}) => {
  await page.setViewportSize(PHONE);
  await become(context, 'grid');
  await page.goto('/field/');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('您好');

  for (const name of ['上报 · 当场办结', '我的案件', '待上传']) {
    const box = await page.getByRole('link', { name }).boundingBox();
    expect(box!.height, name).toBeGreaterThanOrEqual(60);
    expect(box!.width, name).toBeGreaterThanOrEqual(60);
  }
});

test('whoever is not signed in is told how', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await page.goto('/field/');

  await expect(page.getByRole('heading', { name: '请用登录链接进入' })).toBeVisible();
  await expectGoodToUse(page);
});
