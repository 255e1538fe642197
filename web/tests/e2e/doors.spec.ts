import { randomUUID } from 'node:crypto';
import { expect, test, type Browser } from '@playwright/test';
import { become, PHONE, SERVER } from './people';
import { expectGoodToUse } from './looks';

/** A sign-in link for the demo's grid member, made by the administrator. */
async function signInLink(browser: Browser): Promise<string> {
  const context = await browser.newContext();
  await become(context, 'grid');
  const { actor } = await (await context.request.get(`${SERVER}/api/v1/session`)).json();
  await become(context, 'admin');
  const answer = await context.request.post(
    `${SERVER}/api/v1/accounts/${encodeURIComponent(actor.id)}/sign-in-link`,
    { data: { opId: randomUUID(), page: '/field' }, headers: { 'X-Linli': '1' } },
  );
  expect(answer.status(), await answer.text()).toBe(201);
  const { link } = await answer.json();
  await context.close();
  return link;
}

test.use({ viewport: PHONE });

test('a sign-in link opens the field app once', async ({ page, browser }) => {
  const link = await signInLink(browser);

  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('您好');
  expect(page.url()).toMatch(/\/field\/$/);

  await page.goto(link);
  await expect(page.getByRole('heading', { name: '这个登录链接用不了' })).toBeVisible();
});

test('a link pasted into the field app signs in as well', async ({ page, browser }) => {
  const link = await signInLink(browser);
  await page.goto('/field/');
  await page.getByLabel('或者把链接粘贴在这里').fill(`您的链接：${SERVER}${link}`);
  await page.getByRole('button', { name: '登录' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toContainText('您好');
});

test('signing out leaves nothing to read', async ({ page, context }) => {
  await become(context, 'grid');
  await page.goto('/field/cases');
  await expect(page.locator('a.case').first()).toBeVisible();
  await page.goto('/field/');
  await page.getByRole('button', { name: '退出登录' }).click();

  await expect(page.getByRole('heading', { name: '请用登录链接进入' })).toBeVisible();
  const kept = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        const open = indexedDB.open('linli-field');
        open.onsuccess = () => {
          const count = open.result.transaction('kept').objectStore('kept').count();
          count.onsuccess = () => done(count.result);
        };
      }),
  );
  expect(kept).toBe(0);
});

test('the demo lets a visitor be anybody', async ({ page, context }) => {
  const { personas } = await (await context.request.get(`${SERVER}/api/v1/demo`)).json();
  const nameOf = (wanted: string) =>
    personas.find(({ key }: { key: string }) => key === wanted).name as string;
  await page.goto('/demo');
  await page.getByRole('link', { name: `网格员 ${nameOf('grid')}` }).click();
  await expect(page.getByRole('heading', { name: `${nameOf('grid')}，您好` })).toBeVisible();

  await page.goto('/demo');
  await page.getByText('一个百分比的背后').click();
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: `以${nameOf('leader')}的身份` }).click(),
  ]);
  await expect(opened).toHaveURL(/\/console\/figures/);
  const session = await (await context.request.get(`${SERVER}/api/v1/session`)).json();
  expect(session.actor.name).toBe(nameOf('leader'));
});

test('the demo is good to use with every story open, in English too', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('linli.language', 'en'));
  await page.goto('/demo');
  await expect(page.getByRole('heading', { name: 'Demo: the district of Linli' })).toBeVisible();
  for (const story of await page.locator('summary').all()) {
    if (!(await story.evaluate((it) => (it.parentElement as HTMLDetailsElement).open))) {
      await story.click();
    }
  }

  await expectGoodToUse(page);
});
