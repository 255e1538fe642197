import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { Line } from './line';
import { become, casesWith, newMark, PHONE, photo, SERVER, spotIn } from './people';

/** One member of the grid with a phone, on a line that can be cut. */
interface Walk {
  context: BrowserContext;
  page: Page;
  line: Line;
  mark: string;
}

let walk: Walk;

test.beforeEach(async ({ browser }) => {
  const line = await Line.to(SERVER);
  const context = await browser.newContext({
    baseURL: line.url,
    viewport: PHONE,
    permissions: ['geolocation'],
  });
  const { areaCode } = await become(context, 'grid', line.url);
  const [longitude, latitude] = await spotIn(context.request, areaCode);
  await context.setGeolocation({ longitude, latitude, accuracy: 8 });
  const page = await context.newPage();
  await openAndKeep(page);
  walk = { context, page, line, mark: newMark() };
});

test.afterEach(async () => {
  await walk.context.close();
  await walk.line.close();
});

/** Opens the app and waits until it can open again without a network. */
async function openAndKeep(page: Page): Promise<void> {
  await page.goto('/field/');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('您好');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect
    .poll(() =>
      page.evaluate(async () => (await (await caches.open('linli-open-data')).keys()).length),
    )
    .toBeGreaterThanOrEqual(4);
  await page.reload();
  await expect(page.getByText('已联网，全部已送达')).toBeVisible();
}

async function report(what: string, how: 'solved' | 'others', text: string, picture?: Buffer) {
  const { page } = walk;
  await page.goto('/field/report');
  await page.getByLabel('找事项').fill(what);
  await page.getByRole('button', { name: what, exact: true }).click();
  await expect(page.getByText('误差约 8 米')).toBeVisible();
  if (picture) {
    await page
      .getByLabel('从相册选')
      .setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: picture });
    await expect(page.getByAltText('第 1 张照片')).toBeVisible();
  }
  await page.getByLabel('补充说明').fill(text);
  await page
    .getByRole('button', { name: how === 'solved' ? '已当场解决' : '需要别人处理' })
    .click();
  await expect(page.getByRole('heading', { name: '已记下' })).toBeVisible();
}

async function asTheStreetSeesThem(browser: { newContext(): Promise<BrowserContext> }) {
  const office = await browser.newContext();
  await become(office, 'street');
  const cases = await casesWith(office.request, walk.mark);
  await office.close();
  return cases;
}

test('three solved and two reported without a network arrive once each', async ({ browser }) => {
  const { page, line, context, mark } = walk;
  const pictures = [await photo(page, 20), await photo(page, 200)];

  line.cut();
  await context.setOffline(true);
  await expect(page.getByText('没有网络')).toBeVisible();
  await report('暴露垃圾', 'solved', `${mark} 已捡走`);
  await report('楼道堆物', 'solved', `${mark} 已搬开`);
  await report('非机动车乱停放', 'solved', `${mark} 已摆好`);
  await report('路灯不亮', 'others', `${mark} 灯不亮`, pictures[0]);
  await report('道路破损坑洼', 'others', `${mark} 有个坑`, pictures[1]);

  await page.reload();
  await page.goto('/field/outbox');
  await expect(page.locator('article').getByText('等待上传')).toHaveCount(5);
  await expect(page.getByText('5 条待上传')).toBeVisible();

  line.mend();
  await context.setOffline(false);
  await expect(page.locator('article').getByText('已送达')).toHaveCount(5, { timeout: 30_000 });
  await expect(page.getByText('已联网，全部已送达')).toBeVisible();

  const cases = await asTheStreetSeesThem(browser);
  expect(cases.map((one) => one.matterNameZh).sort()).toEqual(
    ['暴露垃圾', '楼道堆物', '非机动车乱停放', '路灯不亮', '道路破损坑洼'].sort(),
  );
  expect(cases.filter((one) => one.state === 'CLOSED' && one.selfHandled)).toHaveLength(3);
  const reported = cases.filter((one) => !one.selfHandled);
  expect(reported.map((one) => one.photos.length)).toEqual([1, 1]);
});

test('a line that breaks before and after the server acts doubles nothing', async ({ browser }) => {
  const { page, line, context, mark } = walk;
  const picture = await photo(page, 120);
  line.cut();
  await context.setOffline(true);
  await report('暴露垃圾', 'solved', `${mark} 一`);
  await report('路灯不亮', 'others', `${mark} 二`, picture);
  await report('楼道堆物', 'solved', `${mark} 三`);
  await report('井盖缺失或移位', 'others', `${mark} 四`, picture);

  line.shake(0.4);
  line.mend();
  const second = await context.newPage();
  await context.setOffline(false);
  await second.goto('/field/outbox');
  await page.close();
  for (let i = 0; i < 30; i++) {
    const button = second.getByRole('button', { name: '现在上传' });
    // goes away if the last one arrives by itself just now
    await button.click({ timeout: 500 }).catch(() => undefined);
    if ((await second.locator('article').getByText('已送达').count()) === 4) break;
    await second.waitForTimeout(700);
  }

  await expect(second.locator('article').getByText('已送达')).toHaveCount(4);
  line.shake(0);
  const cases = await asTheStreetSeesThem(browser);
  expect(cases.map((one) => one.text.slice(-1)).sort()).toEqual(['一', '三', '二', '四']);
  expect(cases.flatMap((one) => one.photos)).toHaveLength(2);
});

test('what the server refuses stays visible, is corrected and sent anew', async ({ browser }) => {
  const { page, mark } = walk;
  // The phone never lets one choose a matter that is not there, so the operation is changed on its
  // way, as an older phone might send it.
  await page.route('**/api/v1/operations', async (route) => {
    const sent = route.request().postDataJSON();
    for (const operation of sent.operations) {
      if (operation.body.text.endsWith('坏')) operation.body.matterCode = '99999';
    }
    await route.continue({ postData: sent });
  });
  await report('路灯不亮', 'others', `${mark} 坏`);
  await expect(page.getByRole('heading', { name: '被退回了' })).toBeVisible();

  await page.getByRole('link', { name: '更正后重新提交' }).click();
  await expect(page.locator('article').getByText('99999')).toBeVisible();
  await page.getByRole('button', { name: '更正后重新提交' }).click();
  await expect(page.getByText('退回原因')).toBeVisible();
  await page.getByLabel('补充说明').fill(`${mark} 好`);
  await page.getByRole('button', { name: '需要别人处理' }).click();

  await expect(page.getByText('街道已经收到。')).toBeVisible();
  const cases = await asTheStreetSeesThem(browser);
  expect(cases.map((one) => one.text)).toEqual([`${mark} 好`]);
});

test('an expired session keeps everything and sends it after signing in again', async ({
  browser,
}) => {
  const { page, context, line, mark } = walk;
  await context.clearCookies();

  await report('暴露垃圾', 'solved', `${mark} 还在`);
  await expect(page.getByText('登录已过期')).toBeVisible();
  expect(await asTheStreetSeesThem(browser)).toHaveLength(0);

  await become(context, 'grid', line.url);
  await page.goto('/field/outbox');
  await expect(page.locator('article').getByText('已送达')).toHaveCount(1, { timeout: 20_000 });
  expect(await asTheStreetSeesThem(browser)).toHaveLength(1);
});
