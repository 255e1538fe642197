import { expect, test, type Browser, type Page } from '@playwright/test';
import { expectGoodToUse } from './looks';
import { become, newMark, PHONE } from './people';

const SMALLEST = 20;

async function figures(browser: Browser, persona: string, query: string): Promise<Page> {
  const context = await browser.newContext();
  await become(context, persona);
  const page = await context.newPage();
  await page.goto(`/console/figures?${query}`);
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  return page;
}

test('grids are shown among their like, and a contested figure is answered by another person', async ({
  browser,
}) => {
  test.slow();
  const page = await figures(browser, 'district', 'by=grid');
  await page.getByRole('button', { name: '近 90 天' }).click();
  await page.getByRole('button', { name: '同类比较' }).click();
  const base = page.getByRole('region', { name: /基础网格$/ });
  await expect(base.getByRole('img', { name: /^漏斗图/ })).toBeVisible();
  await expect(base.getByText(/单凭偶然，约有 \d+ 个会超出/)).toBeVisible();
  await expect(base.getByRole('cell', { name: '在通常范围内' }).first()).toBeVisible();
  await expect(page.getByRole('region', { name: /专属网格$/ })).toBeVisible();
  await expect(page.getByText(/Spiegelhalter/)).toBeVisible();
  await expectGoodToUse(page, SMALLEST);
  await page.setViewportSize(PHONE);
  await expectGoodToUse(page, SMALLEST);

  const mark = newMark();
  const { areaCode } = await become(await browser.newContext(), 'street');
  const street = await figures(browser, 'street', `area=${areaCode}`);
  const card = (of: Page) => of.getByRole('button', { name: /^立案率 看公式/ });
  await card(street).click();
  await street.getByLabel('哪里不对，为什么').fill(`${mark} 三件重复没有并案`);
  await street.getByRole('button', { name: '提出异议' }).click();
  await expect(street.getByText(`${mark} 三件重复没有并案`)).toBeVisible();
  await expect(card(street)).toContainText('有异议');
  await expect(street.getByText('等待他人答复')).toBeVisible();
  await expectGoodToUse(street, SMALLEST);

  const leader = await figures(browser, 'leader', `area=${areaCode}`);
  await card(leader).click();
  await leader.getByLabel('答复', { exact: true }).fill('核实无误，确有三件');
  await leader.getByRole('button', { name: '认定成立', exact: true }).click();
  await expect(leader.getByText('核实无误，确有三件')).toBeVisible();
  await expect(card(leader)).toContainText('异议成立');
  await expectGoodToUse(leader, SMALLEST);
});
