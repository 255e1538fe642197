import { expect, test, type Browser, type Page } from '@playwright/test';
import { uuidv7 } from '../../src/shared/uuid';
import { expectGoodToUse } from './looks';
import { act, become, newcomer, newMark, PHONE, SERVER, spotIn } from './people';

/** Cases that the grid solves itself, until one is drawn for the checker of the demo. */
async function solvedAndDrawn(browser: Browser): Promise<string> {
  const member = await browser.newContext();
  const { areaCode } = await become(member, 'grid');
  const [lon, lat] = await spotIn(member.request, areaCode);
  const checker = await browser.newContext();
  await become(checker, 'checker');
  for (let round = 0; round < 40; round++) {
    const solved = new Set<string>();
    for (let each = 0; each < 25; each++) {
      solved.add(await solve());
    }
    const own = await waiting(solved);
    if (own) return own;
  }
  throw new Error('Nothing of a thousand was drawn');

  async function solve(): Promise<string> {
    const text = `${newMark()} 竹影路果皮箱旁有散落垃圾`;
    const report = { matterCode: '11001', text, lon, lat, source: 'patrol', photoIds: [] };
    const answer = await member.request.post(`${SERVER}/api/v1/reports`, {
      data: { opId: uuidv7(), ...report, selfHandle: { note: '已清扫' } },
      headers: { 'X-Linli': '1' },
    });
    expect(answer.status(), await answer.text()).toBe(201);
    return (await answer.json()).caseNo;
  }

  async function waiting(solved: Set<string>): Promise<string | undefined> {
    for (let look = 0; look < 10; look++) {
      const answer = await checker.request.get(`${SERVER}/api/v1/checks/own`);
      const drawn: { item: { caseNo: string } }[] = await answer.json();
      const found = drawn.find(({ item }) => solved.has(item.caseNo));
      if (found) return found.item.caseNo;
      await new Promise((later) => setTimeout(later, 300));
    }
    return undefined;
  }
}

test('what a grid solved itself is drawn, looked at by another unit, and told with its interval', async ({
  browser,
}) => {
  const caseNo = await solvedAndDrawn(browser);
  const context = await browser.newContext();
  await become(context, 'checker');
  const page = await context.newPage();
  await page.goto('/console/checks');
  await expect(page.getByRole('heading', { name: '我的核查' })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: caseNo })).toContainText('派给我');
  await expect(page.getByRole('cell', { name: '当天结束后公布' }).first()).toBeVisible();
  await expectGoodEverywhere(page);

  await page.getByRole('link', { name: caseNo }).first().click();
  const panel = page.getByRole('complementary');
  await panel.getByRole('button', { name: '核查通过', exact: true }).click();
  await panel.getByRole('button', { name: '确认核查通过' }).click();
  await expect(panel.getByText('已完成：核查通过')).toBeVisible();

  await expect(async () => {
    await page.goto('/console/checks');
    await expect(page.getByRole('heading', { name: '核查质量' })).toBeVisible();
    await expect(page.getByRole('link', { name: caseNo })).toHaveCount(0, { timeout: 1_000 });
    await expect(page.getByText(/\d+\.\d % \(\d+\.\d–\d+\.\d %\)/)).toBeVisible();
  }).toPass();
});

test('what a supervisor saw otherwise comes before another, who hears those concerned', async ({
  browser,
}) => {
  const context = await browser.newContext();
  const { areaCode } = await become(context, 'grid');
  const [lon, lat] = await spotIn(context.request, areaCode);
  const text = `${newMark()} 竹影路果皮箱旁有散落垃圾`;
  const solved = { matterCode: '11001', text, lon, lat, selfHandle: { note: '已清扫' } };
  const { caseNo } = await (
    await act(context.request, '/api/v1/reports', { ...solved, source: 'patrol' })
  ).json();

  const supervisor = await newcomer(browser, { role: 'grid_supervisor', areaCode });
  await supervisor.goto('/console/checks');
  await expect(supervisor.getByRole('heading', { name: '督导抽样' })).toBeVisible();
  await supervisor.getByLabel('案件编号').fill(caseNo);
  await supervisor.getByLabel('所见').fill('箱旁仍有垃圾');
  await supervisor.getByLabel('处理').selectOption('与记载不一致');
  await expectGoodEverywhere(supervisor);
  await supervisor.getByRole('button', { name: '记录走访' }).click();
  await expect(supervisor.getByText('已记录。')).toBeVisible();
  await expect(supervisor.getByText(`${caseNo}：箱旁仍有垃圾`)).toBeVisible();

  const member = await context.newPage();
  await member.goto('/console/checks');
  const sign = (page: Page) =>
    page.getByRole('article').filter({ hasText: caseNo }).filter({ hasText: '督导员' });
  const concerned = sign(member);
  await concerned.getByLabel('写下您的答复').fill('清扫后又有人扔');
  await concerned.getByRole('button', { name: '提交答复' }).click();
  await expect(concerned.getByText('当事人答复：清扫后又有人扔')).toBeVisible();

  const leading = await browser.newContext();
  await become(leading, 'leader');
  const leader = await leading.newPage();
  await leader.goto('/console/checks');
  const review = sign(leader);
  await expect(review.getByText('清扫后又有人扔')).toBeVisible();
  await expectGoodEverywhere(leader);
  await review.getByLabel('理由').fill('照片时间相符');
  await review.getByRole('button', { name: '没有问题' }).click();
  await expect(review).toHaveCount(0);
});

async function expectGoodEverywhere(page: Page): Promise<void> {
  for (const viewport of [PHONE, { width: 1440, height: 900 }]) {
    await page.setViewportSize(viewport);
    await expectGoodToUse(page, 24);
  }
}
