import { expect, test, type Browser, type Page } from '@playwright/test';
import { expectGoodToUse } from './looks';
import { become, newMark, PHONE } from './people';

/** The demo's people have numbers that no telephone has. */
const SOMEBODY = '10001040007';
const SMALLEST = 24;

async function desk(browser: Browser, persona: string): Promise<Page> {
  const context = await browser.newContext();
  await become(context, persona);
  const page = await context.newPage();
  await page.goto('/console/register');
  return page;
}

/** They move in while the demo is already open. */
async function lookUp(page: Page): Promise<void> {
  await expect(async () => {
    await page.getByRole('textbox', { name: '电话号码' }).fill(SOMEBODY);
    await page.getByRole('button', { name: '查找' }).click();
    await expect(page.getByRole('button', { name: '打开' })).toBeVisible({ timeout: 3000 });
  }).toPass({ timeout: 60_000 });
}

async function openForAReason(page: Page, mark: string): Promise<void> {
  await page.getByRole('button', { name: '打开' }).click();
  await page.getByRole('textbox', { name: '查阅理由' }).fill(`居民来电问补贴办理到哪一步 ${mark}`);
  await page.getByRole('button', { name: '说明用途并打开' }).click();
  await expect(page.getByRole('heading', { name: /^居民信息/ })).toBeVisible();
}

test('a look has a purpose, is judged by another, and the resident sees it and asks', async ({
  browser,
}) => {
  const mark = newMark();
  const head = await desk(browser, 'community');
  await lookUp(head);
  await expect(head.getByRole('row').filter({ hasText: '1********07' })).toContainText('示*');
  await openForAReason(head, mark);
  await expect(head.getByText(SOMEBODY)).toBeHidden();
  await head.getByRole('button', { name: /^显示\s*电话$/ }).click();
  await expect(head.getByText(SOMEBODY)).toBeVisible();

  await head.getByRole('button', { name: '发放查询码' }).click();
  await head.getByRole('button', { name: '发放查询码', exact: true }).last().click();
  await expect(head.getByRole('alert')).toContainText('核对');
  await head.getByRole('checkbox').check();
  await head.getByRole('button', { name: '发放查询码', exact: true }).last().click();
  const code = await head.getByRole('textbox', { name: '查询码' }).inputValue();

  const street = await desk(browser, 'street');
  await street.getByRole('link', { name: '理由审核' }).click();
  const reason = street.getByRole('listitem').filter({ hasText: mark });
  await reason.getByRole('textbox').fill('未见来电记录');
  await reason.getByRole('button', { name: '理由不成立' }).click();
  await expect(reason).toBeHidden();

  const resident = await (await browser.newContext({ viewport: PHONE })).newPage();
  await resident.goto('/r/seen');
  await expectGoodToUse(resident);
  await resident.getByRole('textbox', { name: '查询码' }).fill(code);
  await resident.getByRole('button', { name: '查看' }).click();
  const unmasked = resident.getByRole('listitem').filter({ hasText: '看到了您的完整电话' }).first();
  await expect(unmasked).toContainText('人员编号');
  await expectGoodToUse(resident);
  await unmasked.getByRole('button', { name: '我不明白这次查阅' }).click();
  await unmasked.getByRole('textbox').fill(`为什么看我的电话？${mark}`);
  await unmasked.getByRole('button', { name: '提交疑问' }).click();
  await expect(unmasked).toContainText('前答复您');

  const officer = await desk(browser, 'privacy');
  await officer.getByRole('link', { name: '个人信息保护', exact: true }).click();
  await expect(officer.getByText('理由不成立').first()).toBeVisible();
  const question = officer.getByRole('listitem').filter({ hasText: mark });
  await question.getByRole('textbox', { name: '答复居民' }).fill('已核实，将提醒该人员。');
  await question.getByRole('button', { name: '答复' }).click();
  await expect(question).toContainText('已答复');

  await resident.reload();
  await expect(resident.getByText('已核实，将提醒该人员。').first()).toBeVisible();
  await resident.getByRole('button', { name: '看完了，关闭页面' }).click();
  await resident.reload();
  await expect(resident.getByRole('textbox', { name: '查询码' })).toBeVisible();
});

for (const viewport of [{ width: 1440, height: 900 }, PHONE]) {
  for (const language of ['zh-CN', 'en']) {
    test(`the register is good to use at ${viewport.width} px in ${language}`, async ({
      browser,
    }) => {
      const head = await desk(browser, 'community');
      await lookUp(head);
      await openForAReason(head, newMark());
      await head.setViewportSize(viewport);
      await expectGoodToUse(head, SMALLEST);

      for (const [persona, part] of [
        ['community', 'lookUp'],
        ['street', 'reviews'],
        ['privacy', 'privacy'],
      ]) {
        const page = await desk(browser, persona!);
        await page.setViewportSize(viewport);
        await page.addInitScript((it) => localStorage.setItem('linli.language', it), language);
        await page.goto(`/console/register?part=${part}`);
        await expect(page.locator('.sheet')).toBeVisible();
        await expectGoodToUse(page, SMALLEST);
      }
    });
  }
}
