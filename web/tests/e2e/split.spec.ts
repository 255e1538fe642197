import { expect, test } from '@playwright/test';
import { uuidv7 } from '../../src/shared/uuid';
import { expectGoodToUse } from './looks';
import { become, newMark, SERVER, spotIn } from './people';

const STREET_LAMP = '12004';

test('a report of two things is split, and its reporter follows both', async ({ browser }) => {
  const street = await browser.newContext();
  await become(street, 'street');
  const { areaCode } = await become(await browser.newContext(), 'grid');
  const [lon, lat] = await spotIn(street.request, areaCode);
  const resident = await browser.newContext();
  const mark = newMark();
  const answer = await resident.request.post(`${SERVER}/api/v1/reports`, {
    data: {
      ...{ opId: uuidv7(), matterCode: STREET_LAMP, lon, lat, source: 'resident', photoIds: [] },
      text: `${mark} 路灯不亮，旁边垃圾也没人收`,
      address: '清和街道竹影路',
    },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  const { caseNo, trackingCode } = await answer.json();

  const desk = await street.newPage();
  await desk.goto(`/console/cases/${caseNo}`);
  const panel = desk.getByRole('complementary');
  await panel.getByRole('button', { name: '拆分', exact: true }).click();
  await panel.getByLabel('第 1 件的内容').fill(`${mark} 路灯不亮`);
  await panel.getByLabel('第 2 件的内容').fill(`${mark} 垃圾没人收`);
  await panel.getByRole('button', { name: '确认拆分' }).click();
  await expect(panel.getByRole('alert')).toContainText('拆分成');
  await panel.getByLabel('第 2 件的事项').click();
  await desk.getByRole('option', { name: '暴露垃圾' }).click();
  await panel.getByLabel('第 2 件在哪里（不填即原地点）').fill('竹影路北口');
  await expect(desk.getByRole('option', { name: '暴露垃圾' })).toBeHidden();
  await expectGoodToUse(desk, 20);
  await panel.getByRole('button', { name: '确认拆分' }).click();
  await expect(panel.getByText('已完成：拆分')).toBeVisible();
  await expect(panel.locator('.part')).toHaveCount(2);

  await panel.locator('.part').nth(1).getByRole('button').click();
  await expect(panel.getByText(`${mark} 垃圾没人收`)).toBeVisible();
  await expect(panel.getByText('竹影路北口')).toBeVisible();
  await panel.getByRole('button', { name: '不予立案', exact: true }).click();
  await panel.getByLabel('理由').fill('今早已收走');
  await panel.getByRole('button', { name: '确认不予立案' }).click();
  await expect(panel.getByText('已完成：不予立案')).toBeVisible();

  const phone = await resident.newPage();
  await phone.setViewportSize({ width: 390, height: 844 });
  await phone.goto(`${SERVER}/track/${trackingCode}`);
  await expect(phone.getByRole('heading', { name: '分成几件办理' })).toBeVisible();
  await expect(phone.getByRole('heading', { name: /^第 1 件/ })).toBeVisible();
  const second = phone.getByRole('region', { name: /^第 2 件/ });
  await expect(second.getByText('今早已收走')).toBeVisible();
  await expectGoodToUse(phone);
});
