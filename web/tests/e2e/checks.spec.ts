import { expect, test, type Browser } from '@playwright/test';
import { uuidv7 } from '../../src/shared/uuid';
import { become, newMark, SERVER, spotIn } from './people';

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
