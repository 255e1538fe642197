import { expect, test, type Browser, type Page } from '@playwright/test';
import { expectGoodToUse } from './looks';
import { become, newMark, PHONE, SERVER } from './people';
import { codeOf } from './totp';

const PASSWORD = 'Correct-Horse-9';
const SMALLEST = 24;

/** Somebody new with an administrator's post, and the link that signs them in once. */
async function newcomer(browser: Browser, role = 'administrator', area?: string) {
  const office = await browser.newContext();
  const admin = await become(office, 'admin');
  const mark = newMark().replace('记号', 'e');
  const posts = [{ role, areaCode: area ?? admin.areaCode, unitCode: null }];
  const headers = { 'X-Linli': '1' };
  const at = `${SERVER}/api/v1/accounts`;
  const made = await office.request.post(at, {
    headers,
    data: { opId: crypto.randomUUID(), id: `staff:${mark}`, name: `林${mark}`, posts },
  });
  expect(made.status()).toBe(201);
  const link = await office.request.post(`${at}/staff:${mark}/sign-in-link`, {
    headers,
    data: { opId: crypto.randomUUID() },
  });
  return { mark, link: (await link.json()).link as string };
}

async function setPassword(page: Page): Promise<void> {
  await page.getByLabel('新密码').fill(PASSWORD);
  await page.getByRole('button', { name: '保存密码' }).click();
  await expect(page.getByRole('status').filter({ hasText: '密码已保存' })).toBeVisible();
}

/** Gives the page a device that keeps passkeys and always sees its person. */
async function withAuthenticator(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('WebAuthn.enable');
  await devTools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function signInByPassword(page: Page, mark: string): Promise<void> {
  await page.goto('/sign-in?to=/console/security');
  await page.getByLabel('账号（工号）').fill(mark);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
}

test('a password asks for a second factor, and then for its code', async ({ browser }) => {
  const { mark, link } = await newcomer(browser);
  const first = await (await browser.newContext()).newPage();
  await first.goto(link);
  await expect(first).toHaveURL(/console\/cases/);
  await first.goto('/console/security');
  await setPassword(first);

  const page = await (await browser.newContext()).newPage();
  await signInByPassword(page, mark);
  await expect(page.getByRole('heading', { name: '设置第二重验证' })).toBeVisible();
  const half = await page.request.get(`${SERVER}/api/v1/cases`);
  expect(half.status()).toBe(401);
  await expectGoodToUse(page);
  await page.screenshot({ path: 'test-results/enrol-app.png', fullPage: true });
  const secret = await page.locator('code.secret').innerText();
  await page.getByLabel('应用现在显示的 6 位数字').fill(codeOf(secret));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '请把恢复码抄下来' })).toBeVisible();
  await expect(page.getByRole('listitem')).toHaveCount(10);
  const recovery = await page.getByRole('listitem').first().innerText();
  await expectGoodToUse(page);
  await page.getByRole('button', { name: '已抄好，进入系统' }).click();
  await expect(page.getByRole('heading', { name: '登录与安全' })).toBeVisible();
  await expect(page.getByText('还有 10 个恢复码没有用过。')).toBeVisible();

  const next = await (await browser.newContext()).newPage();
  await signInByPassword(next, mark);
  await expect(next.getByRole('heading', { name: '还差一步' })).toBeVisible();
  await expect(next.getByLabel('验证码或恢复码')).toBeFocused();
  await next.keyboard.type('000000');
  await next.keyboard.press('Enter');
  await expect(next.getByRole('alert')).toContainText('验证码不正确');
  await next.getByLabel('验证码或恢复码').fill(recovery);
  await next.keyboard.press('Enter');
  await expect(next.getByText('还有 9 个恢复码没有用过。')).toBeVisible();
});

test('giving rights asks for a code when the last is five minutes old', async ({ browser }) => {
  const { link } = await newcomer(browser);
  const page = await (await browser.newContext()).newPage();
  await page.goto(link);
  await expect(page).toHaveURL(/console\/cases/);
  await page.goto('/console/security');
  await setPassword(page);
  await page.getByRole('button', { name: '设置验证器应用' }).click();
  const secret = await page.locator('code').innerText();
  await page.getByLabel('应用现在显示的 6 位数字').fill(codeOf(secret));
  await page.getByRole('button', { name: '确认' }).click();
  await expect(page.getByRole('heading', { name: '恢复码' })).toBeVisible();
  await page.screenshot({ path: 'test-results/security.png', fullPage: true });

  // The server alone knows how old the factor is: its refusal is played once.
  let refused = false;
  await page.route('**/api/v1/tokens', async (route) => {
    if (route.request().method() !== 'POST' || refused) return route.fallback();
    refused = true;
    await route.fulfill({
      status: 403,
      contentType: 'application/problem+json',
      body: JSON.stringify({ type: '/problems/access/factor-needed', ways: ['code'] }),
    });
  });
  await page.goto('/console/admin?part=tokens');
  await page.getByRole('textbox', { name: '用途' }).fill('热线');
  await page.getByRole('button', { name: '签发' }).click();
  const dialog = page.getByRole('dialog', { name: '请确认是您本人' });
  await expect(dialog.getByLabel('或一个恢复码')).toBeFocused();
  await expectGoodToUse(page, SMALLEST);
  await page.screenshot({ path: 'test-results/step-up.png' });
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  refused = false;
  await page.getByRole('button', { name: '签发' }).click();
  await expect(dialog.getByLabel('或一个恢复码')).toBeFocused();
  await page.keyboard.type(codeOf(secret, 1));
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('textbox', { name: '新令牌' })).toHaveValue(/^linli_/);
});

test('a passkey signs in without a name and shows again that it is its person', async ({
  browser,
}) => {
  const { mark, link } = await newcomer(browser);
  const context = await browser.newContext();
  const page = await context.newPage();
  await withAuthenticator(page);
  await page.goto(link);
  await expect(page).toHaveURL(/console\/cases/);
  await page.goto('/console/security');
  const passkeys = page.getByRole('region', { name: '通行密钥' });
  await passkeys.getByLabel('给它起个名字').fill('办公电脑');
  await passkeys.getByRole('button', { name: '添加通行密钥' }).click();
  const row = passkeys.getByRole('listitem');
  await expect(row).toContainText('办公电脑');
  await expect(row).toContainText('还没有用过');
  await passkeys.getByRole('button', { name: '添加通行密钥' }).click();
  await expect(passkeys.getByRole('alert')).toContainText('已经有您的通行密钥');
  await row.getByRole('button', { name: '改名' }).click();
  await row.getByLabel('给它起个名字').fill('窗口电脑');
  await row.getByRole('button', { name: '保存名称' }).click();
  await expect(row).toContainText('窗口电脑');
  await passkeys.getByRole('button', { name: '移除' }).click();
  await expect(passkeys.getByRole('alert')).toContainText('最后一个第二重验证');
  await expectGoodToUse(page, SMALLEST);
  await page.screenshot({ path: 'test-results/passkeys.png', fullPage: true });

  await context.clearCookies();
  await page.goto('/sign-in?to=/console/security');
  await expect(page.getByRole('button', { name: '用通行密钥登录' })).toBeVisible();
  await expectGoodToUse(page);
  await page.screenshot({ path: 'test-results/sign-in-passkey.png' });
  await page.getByRole('button', { name: '用通行密钥登录' }).click();
  await expect(page.getByText(`林${mark}`)).toBeVisible();
  await expect(row).toContainText('最近使用');

  // The server alone knows how old the factor is: its refusal is played once.
  let refused = false;
  await page.route('**/api/v1/tokens', async (route) => {
    if (route.request().method() !== 'POST' || refused) return route.fallback();
    refused = true;
    await route.fulfill({
      status: 403,
      contentType: 'application/problem+json',
      body: JSON.stringify({ type: '/problems/access/factor-needed', ways: ['passkey'] }),
    });
  });
  await page.goto('/console/admin?part=tokens');
  await page.getByRole('textbox', { name: '用途' }).fill('热线');
  await page.getByRole('button', { name: '签发' }).click();
  const dialog = page.getByRole('dialog', { name: '请确认是您本人' });
  await expect(dialog.getByRole('button', { name: '用通行密钥确认' })).toBeVisible();
  await expect(dialog.getByRole('textbox')).toHaveCount(0);
  await expectGoodToUse(page, SMALLEST);
  await page.screenshot({ path: 'test-results/step-up-passkey.png' });
  const shown = page.waitForResponse('**/api/v1/factors/passkeys/shown');
  await dialog.getByRole('button', { name: '用通行密钥确认' }).click();
  expect((await shown).status()).toBe(204);
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('textbox', { name: '新令牌' })).toHaveValue(/^linli_/);
});

test('one ends a session elsewhere, and it is over at once', async ({ browser }) => {
  const { mark, link } = await newcomer(browser);
  const there = await (await browser.newContext()).newPage();
  await there.goto(link);
  await expect(there).toHaveURL(/console\/cases/);
  const office = await browser.newContext();
  await become(office, 'admin');
  const again = await office.request.post(`${SERVER}/api/v1/accounts/staff:${mark}/sign-in-link`, {
    headers: { 'X-Linli': '1' },
    data: { opId: crypto.randomUUID(), page: '/console/security' },
  });
  const here = await (await browser.newContext()).newPage();
  await here.goto((await again.json()).link);
  const list = here.getByRole('region', { name: '我在哪里登录着' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(list.getByRole('listitem').filter({ hasText: '本机' })).toHaveCount(1);

  await list.getByRole('button', { name: /^结束 / }).click();

  await expect(list.getByRole('listitem')).toHaveCount(1);
  expect((await there.request.get(`${SERVER}/api/v1/session`)).status()).toBe(401);
});

test('a phone is enrolled by a code, signs what it sends, and is stopped when lost', async ({
  browser,
}) => {
  const office = await browser.newContext();
  const head = await become(office, 'community');
  const { mark } = await newcomer(browser, 'grid_member', head.areaCode);
  const leader = await office.newPage();
  await leader.goto('/console/phones');
  await leader.getByRole('textbox', { name: '按姓名或编号查找' }).fill(mark);
  const row = leader.getByRole('row', { name: new RegExp(mark) });
  const answer = leader.waitForResponse('**/api/v1/devices/invitations');
  await row.getByRole('button', { name: '登记新手机' }).click();
  await expect(leader.getByRole('img', { name: `给林${mark}的手机扫的登记二维码` })).toBeVisible();
  await expectGoodToUse(leader, SMALLEST);
  await leader.screenshot({ path: 'test-results/phones.png' });
  const { link } = await (await answer).json();

  const context = await browser.newContext({ viewport: PHONE });
  const phone = await context.newPage();
  await phone.goto(link);
  await expect(phone.getByRole('heading', { name: '登记这部手机' })).toBeVisible();
  await expectGoodToUse(phone);
  await phone.screenshot({ path: 'test-results/enrol-phone.png' });
  await phone.getByRole('button', { name: '登记并登录' }).click();
  await expect(phone.getByText(`林${mark}，您好`)).toBeVisible();
  await phone.reload();
  await expect(phone.getByText(`林${mark}，您好`)).toBeVisible();
  // The cookie without the key: as a thief of it would send it.
  expect((await context.request.get(`${SERVER}/api/v1/session`)).status()).toBe(401);

  await leader.reload();
  await leader.getByRole('textbox', { name: '按姓名或编号查找' }).fill(mark);
  await row.getByRole('button', { name: '手机丢了' }).click();
  await expect(row).toContainText('已丢失');
  await phone.reload();
  await expect(phone.getByText('登录已过期，手机里的内容都在')).toBeVisible();
});

for (const viewport of [{ width: 1440, height: 900 }, PHONE]) {
  for (const language of ['zh-CN', 'en']) {
    test(`the doors are good to use at ${viewport.width} px in ${language}`, async ({
      browser,
    }) => {
      const { link } = await newcomer(browser);
      const page = await (await browser.newContext({ viewport })).newPage();
      await page.addInitScript((it) => localStorage.setItem('linli.language', it), language);
      await page.goto('/sign-in?to=/console');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectGoodToUse(page);
      await page.screenshot({ path: `test-results/door-${viewport.width}-${language}.png` });
      await page.goto(link);
      await expect(page).toHaveURL(/console\/cases/);
      await page.goto('/console/security');
      await expect(page.getByRole('listitem').first()).toBeVisible();
      await expectGoodToUse(page, SMALLEST);
      await page.screenshot({
        path: `test-results/security-${viewport.width}-${language}.png`,
        fullPage: true,
      });
    });
  }
}
