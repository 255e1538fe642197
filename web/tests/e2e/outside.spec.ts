import { expect, test } from '@playwright/test';
import { expectGoodToUse } from './looks';
import { act, become, newMark, photo, spotIn, step } from './people';

const STREET_LAMP = '12004';

test('a property company signs in on a phone, finds its case and answers with a photo', async ({
  browser,
}) => {
  const street = await browser.newContext();
  await become(street, 'street');
  const phone = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const { unitCode } = await become(phone, 'property');
  const { areaCode } = await become(await browser.newContext(), 'grid');
  const [lon, lat] = await spotIn(street.request, areaCode);
  const text = `${newMark()} 楼前的灯不亮`;
  const anybody = (await browser.newContext()).request;
  const report = { matterCode: STREET_LAMP, text, lon, lat, source: 'resident' };
  const reporter = { name: '陆小曼', phone: '13900139077' };
  const receipt = await (await act(anybody, '/api/v1/reports', { ...report, reporter })).json();
  const { caseNo, trackingCode } = receipt;
  await step(street.request, caseNo, 'file', { matterCode: STREET_LAMP });
  await step(street.request, caseNo, 'dispatch', { unitCode });

  const page = await phone.newPage();
  await page.goto('/console/cases?sort=newest');
  await page.locator(`[id="case-${caseNo}"]`).click();
  const panel = page.getByRole('complementary');
  await expect(panel.getByText(text)).toBeVisible();
  await expect(panel.getByText(/陆小曼|13900139077/)).toHaveCount(0);
  await expectGoodToUse(page, 24);

  await panel.getByRole('button', { name: '处置反馈', exact: true }).click();
  await panel.getByLabel('处置情况').fill('换了灯泡，已亮');
  await panel.locator('input[type=file]').setInputFiles({
    name: 'lamp.jpg',
    mimeType: 'image/jpeg',
    buffer: await photo(page, 40),
  });
  await expect(panel.getByText('lamp.jpg')).toBeVisible();
  await panel.getByRole('button', { name: '确认处置反馈' }).click();
  await expect(panel.getByText('已完成：处置反馈')).toBeVisible();

  const tracked = await (
    await browser.newContext({ viewport: { width: 390, height: 844 } })
  ).newPage();
  await tracked.goto(`/track/${trackingCode}`);
  await expect(tracked.getByText('换了灯泡，已亮')).toBeVisible();
  await expect(tracked.getByRole('img').first()).toBeVisible();
});
