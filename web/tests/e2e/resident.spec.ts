import { expect, test, type Page } from '@playwright/test';
import type { CaseDetail } from '../../src/shared/wire';
import { become, newMark, PHONE, photo, SERVER, spotIn } from './people';
import { expectGoodToUse, inLargeType } from './looks';

const NARROW = { width: 360, height: 740 };

test.use({ viewport: PHONE });

/** A spot in the cell of the demo's grid member, so that the other personas can work on it. */
async function spot(page: Page): Promise<string> {
  const { personas } = await (await page.request.get(`${SERVER}/api/v1/demo`)).json();
  const grid = personas.find((persona: { key: string }) => persona.key === 'grid');
  return (await spotIn(page.request, grid.areaCode)).map((it) => it.toFixed(6)).join(',');
}

/** Reports something as a resident would and gives the tracking code. */
async function report(page: Page, matter: string, text: string): Promise<string> {
  await page.goto(`/?at=${await spot(page)}`);
  await expect(page.getByText('社区').first()).toBeVisible();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByLabel('找事项').fill(matter);
  await page.getByRole('button', { name: matter, exact: true }).click();
  await page.getByRole('button', { name: /^(下一步|都不是，继续反映)$/ }).click();
  await page.getByLabel('情况', { exact: true }).fill(text);
  await page.getByLabel('从相册选').setInputFiles({
    name: 'photo.jpg',
    mimeType: 'image/jpeg',
    buffer: await photo(page, 90),
  });
  await expect(page.getByAltText('第 1 张照片')).toBeVisible();
  await page.getByRole('button', { name: '提交' }).click();
  await expect(page.getByRole('heading', { name: '收到了，谢谢您' })).toBeVisible();
  return (await page.locator('p.code').innerText()).replace(/\s/g, '');
}

/** Lets the people of the demo take steps through the API, as their own pages would. */
async function take(page: Page, persona: string, caseNo: string, step: Record<string, unknown>) {
  const context = await page.context().browser()!.newContext();
  await become(context, persona);
  const seen: CaseDetail = await (
    await context.request.get(`${SERVER}/api/v1/cases/${caseNo}`)
  ).json();
  const answer = await context.request.post(`${SERVER}/api/v1/cases/${caseNo}/steps`, {
    data: { opId: crypto.randomUUID(), version: seen.version, ...step },
    headers: { 'X-Linli': '1' },
  });
  expect(answer.status(), await answer.text()).toBe(200);
  await context.close();
}

async function caseNoOf(page: Page): Promise<string> {
  return page.locator('dt:has-text("编号") + dd').innerText();
}

test('a report is followed until it is done, and rated', async ({ page }) => {
  const mark = newMark();
  const code = await report(page, '垃圾未分类投放', `${mark} 桶边混着扔`);

  await page.getByRole('link', { name: '看看办到哪里了' }).click();
  await expect(page.getByRole('heading', { name: '已收到' })).toBeVisible();
  await expect(page.getByAltText('照片 1')).toBeVisible();
  expect(page.url()).toContain(`/track/${code}`);
  const caseNo = await caseNoOf(page);

  await take(page, 'grid', caseNo, {
    step: 'self-handle',
    matterCode: '11005',
    note: '已分好，并告知住户',
  });
  await page.reload();
  await expect(page.getByRole('heading', { name: '已办结' })).toBeVisible();
  await expect(page.getByText('网格员当场解决')).toBeVisible();
  await expect(page.getByText('已分好，并告知住户')).toBeVisible();

  await page.getByLabel('解决了', { exact: true }).check();
  await page.getByLabel('很满意').check();
  await page.getByRole('button', { name: '提交评价' }).click();
  await expect(page.getByText('您的评价：很满意')).toBeVisible();
});

test('who says it is not solved has it opened again', async ({ page }) => {
  const mark = newMark();
  await report(page, '暴露垃圾', `${mark} 一地垃圾`);
  await page.getByRole('link', { name: '看看办到哪里了' }).click();
  const caseNo = await caseNoOf(page);
  await take(page, 'grid', caseNo, { step: 'self-handle', matterCode: '11001', note: '已清' });
  await page.reload();

  await page.getByLabel('没解决', { exact: true }).check();
  await page.getByRole('button', { name: '请求重新办理' }).click();
  await expect(page.getByText('请写一句还有什么问题。')).toBeVisible();
  await page.getByLabel('还有什么问题？').fill('又堆起来了');
  await page.getByRole('button', { name: '请求重新办理' }).click();

  await expect(page.getByText('已经重新打开')).toBeVisible();
  await expect(page.getByRole('heading', { name: '已立案' })).toBeVisible();
  await expect(page.getByText('您说没解决，重新办理')).toBeVisible();
});

test('a like case nearby is shown, and one may join it', async ({ page }) => {
  const mark = newMark();
  await report(page, '雨水箅子堵塞或缺损', `${mark} 堵了`);

  await page.goto(`/?at=${await spot(page)}`);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByLabel('找事项').fill('雨水箅子');
  await page.getByRole('button', { name: '雨水箅子堵塞或缺损', exact: true }).click();
  await expect(page.getByRole('heading', { name: '附近已有人反映' })).toBeVisible();
  await page.getByRole('button', { name: '我也遇到' }).first().click();
  await page.getByRole('button', { name: '提交' }).click();

  await expect(page.getByRole('heading', { name: '收到了，谢谢您' })).toBeVisible();
});

test('what the matter asks besides is asked, and what is answered stands in the report', async ({
  page,
}) => {
  await page.goto(`/?at=${await spot(page)}&matter=12004#details`);
  await page.getByLabel('情况', { exact: true }).fill(`${newMark()} 灯不亮`);
  await page.getByLabel('是什么样的故障？').selectOption('闪烁');
  await page.getByLabel('一共几盏？').fill('3');
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByRole('link', { name: '看看办到哪里了' }).click();

  await expect(page.getByText('是什么样的故障？ 闪烁')).toBeVisible();
  await expect(page.getByText('一共几盏？ 3')).toBeVisible();
  await expect(page.getByText('灯杆上的编号')).toHaveCount(0);
});

test('a report goes through by keyboard alone', async ({ page }) => {
  await page.goto(`/?at=${await spot(page)}#what`);
  await page.getByLabel('找事项').focus();
  await page.keyboard.type('路灯');
  await expect(page.getByText(/^找到 \d+ 项/)).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const next = page.getByRole('button', { name: /^(下一步|都不是，继续反映)$/ });
  await next.focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('情况', { exact: true }).focus();
  await page.keyboard.type(`${newMark()} 只用键盘`);
  await page.getByRole('button', { name: '提交' }).focus();
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: '收到了，谢谢您' })).toBeFocused();
});

test('without the map one still says where', async ({ page }) => {
  await page.route('**/api/v1/map/**', (route) => route.abort());
  await page.goto('/');
  await expect(page.getByText('地图暂时打不开')).toBeVisible();
  await page.getByRole('button', { name: '下一步' }).click();
  await expect(page.getByText('请先选一个位置，或写清地点。')).toBeVisible();
  await page.getByLabel('门牌、小区或参照物').fill('朝阳里 3 号楼');
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('button', { name: '说不清是哪一类' }).click();
  await page.getByLabel('情况', { exact: true }).fill(`${newMark()} 楼下很暗`);
  await page.getByRole('button', { name: '提交' }).click();

  await expect(page.getByRole('heading', { name: '收到了，谢谢您' })).toBeVisible();
});

test('an unknown code and a used link are told in words', async ({ page }) => {
  await page.goto('/track/NOSUCHCODE');
  await expect(page.getByText('没有这个查询码')).toBeVisible();

  await page.goto('/sign-in?code=nosuchcode&to=/field/');
  await expect(page.getByRole('heading', { name: '这个登录链接用不了' })).toBeVisible();
  expect(page.url()).not.toContain('nosuchcode');
});

for (const [name, viewport, large] of [
  ['on a phone', PHONE, false],
  ['on a narrow phone in large type', NARROW, true],
  ['on a desk', { width: 1440, height: 900 }, false],
] as const) {
  test(`the portal is good to use ${name}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    if (large) await inLargeType(page);
    const at = await spot(page);
    for (const path of [
      '/',
      `/?at=${at}#what`,
      `/?at=${at}&matter=12004#what`,
      `/?at=${at}&matter=12004#details`,
      '/track',
      '/sign-in?code=nosuchcode',
      '/demo',
    ]) {
      await page.goto('about:blank');
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      await expect(page.locator('h1, h2').first()).toBeVisible();
      await expectGoodToUse(page);
    }
  });
}
