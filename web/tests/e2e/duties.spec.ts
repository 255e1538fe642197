import { expect, test, type Browser, type Page } from '@playwright/test';
import { expectGoodToUse } from './looks';
import { act, become, newMark, PHONE, spotIn } from './people';

const OFFICE = { width: 1440, height: 900 };

async function desk(browser: Browser, persona: string, path: string): Promise<Page> {
  const context = await browser.newContext();
  await become(context, persona);
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

async function expectGoodEverywhere(page: Page): Promise<void> {
  for (const viewport of [PHONE, OFFICE]) {
    await page.setViewportSize(viewport);
    await expectGoodToUse(page, 24);
  }
}

test('a department applies for a duty, the district weighs it, and everybody can read it', async ({
  browser,
}) => {
  const title = `独居老人用电检查 ${newMark()}`;
  const ends = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
  const department = await desk(browser, 'unit', '/console/duties?part=applications');
  await department.getByRole('button', { name: '申请准入' }).click();
  await department.getByLabel('做什么').fill(title);
  await department.getByLabel('依据').fill('《示范区用电安全管理办法》第八条');
  await department.getByLabel('经费与保障').fill('每户检查补助 5 元');
  await department.getByLabel('要向居民询问的内容').fill('姓名、插座数量');
  await department.getByLabel('有效期至').fill(ends);
  await expect(department.getByLabel('网格员')).toBeChecked();
  await expectGoodEverywhere(department);
  await department.getByRole('button', { name: '提交申请' }).click();
  const asked = department.getByRole('article').filter({ hasText: title });
  await expect(asked.getByText('待决定')).toBeVisible();
  await expect(asked.getByText('已划掉（登记簿里有）：姓名')).toBeVisible();

  const district = await desk(browser, 'district', '/console/duties?part=applications');
  const waiting = district.getByRole('article').filter({ hasText: title });
  await waiting.getByRole('button', { name: '看每网格负担' }).click();
  await expect(waiting.getByText(/个网格、.*准入后每月增加 \d/)).toBeVisible();
  await expectGoodEverywhere(district);
  await waiting.getByLabel('理由').fill('冬季用电高峰，限三个月');
  await waiting.getByRole('button', { name: '准入', exact: true }).click();
  await expect(waiting.getByText('有效', { exact: true })).toBeVisible();

  const anybody = await (await browser.newContext({ viewport: PHONE })).newPage();
  await anybody.goto('/duties');
  await expect(anybody.getByText(title)).toBeVisible();
});

test('a place shows whose cells it lies in by every scheme, and the district who answers twice', async ({
  browser,
}) => {
  const context = await browser.newContext();
  const { areaCode } = await become(context, 'grid');
  const [lon, lat] = await spotIn(context.request, areaCode);
  const report = { matterCode: '11003', text: `${newMark()} 墙上有小广告`, lon, lat };
  const answer = await act(context.request, '/api/v1/reports', { ...report, source: 'patrol' });
  const { caseNo } = await answer.json();
  const both = /示范区综合执法.*示范区环卫管理单位/;

  const street = await desk(browser, 'street', `/console/cases/${caseNo}`);
  const here = street.getByRole('region', { name: '此处还有谁的网格' });
  await expect(here.getByRole('listitem')).toHaveText([
    /执法网格 · 示范区综合执法/,
    /保洁片 · 示范区环卫管理单位/,
  ]);
  await expect(here.getByText(/^职责重叠：/)).toHaveText(both);

  const district = await desk(browser, 'district', '/console/crossings');
  await expect(district.getByRole('row').filter({ hasText: both }).first()).toBeVisible();
  await expectGoodEverywhere(district);
});
