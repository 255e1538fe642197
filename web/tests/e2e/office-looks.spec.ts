import { expect, test, type Page } from '@playwright/test';
import { expectGoodToUse } from './looks';
import { become, PHONE } from './people';

const SMALLEST = 24;
const OFFICE = { width: 1440, height: 900 };

const PAGES: {
  name: string;
  persona: string;
  path: string;
  ready: (page: Page) => Promise<void>;
}[] = [
  {
    name: 'queue',
    persona: 'district',
    path: '/console/cases',
    ready: (page) => expect(page.getByRole('table').getByRole('link').first()).toBeVisible(),
  },
  {
    name: 'empty queue',
    persona: 'district',
    path: '/console/cases?text=没有这样的案件',
    ready: (page) => expect(page.getByText('没有符合条件的案件')).toBeVisible(),
  },
  {
    name: 'filters',
    persona: 'district',
    path: '/console/cases',
    ready: async (page) => {
      await page.getByRole('button', { name: '筛选', exact: true }).click();
      await expect(page.getByRole('combobox', { name: '区域' })).toBeVisible();
    },
  },
  {
    name: 'figures',
    persona: 'district',
    path: '/console/figures',
    ready: (page) => expect(page.getByRole('rowheader').first()).toBeVisible(),
  },
  {
    name: 'accounts',
    persona: 'admin',
    path: '/console/admin',
    ready: (page) => expect(page.getByRole('rowheader').first()).toBeVisible(),
  },
  {
    name: 'menu of pages',
    persona: 'admin',
    path: '/console/admin',
    ready: async (page) => {
      const menu = page.getByRole('button', { name: '运行管理' });
      await menu.click();
      await page.getByRole('link', { name: '规则' }).click();
      await expect(page).toHaveURL(/console\/rules/);
      await menu.click();
      await page.keyboard.press('Escape');
      await expect(menu).toBeFocused();
      await menu.click();
      await expect(page.getByRole('link', { name: '账号与数据' })).toBeInViewport();
    },
  },
  {
    name: 'import',
    persona: 'admin',
    path: '/console/admin?part=import',
    ready: (page) => expect(page.locator('form')).toBeVisible(),
  },
];

for (const { name, persona, path, ready } of PAGES) {
  for (const viewport of [OFFICE, PHONE]) {
    test(`${name} is good to use at ${viewport.width} px`, async ({ page, context }) => {
      await page.setViewportSize(viewport);
      await become(context, persona);
      await page.goto(path);
      await ready(page);

      await expectGoodToUse(page, SMALLEST);
    });
  }
}

test('a case is good to use, also in English', async ({ page, context }) => {
  await become(context, 'street');
  await page.addInitScript(() => localStorage.setItem('linli.language', 'en'));
  await page.goto('/console/cases');
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page.getByRole('complementary').getByRole('heading').first()).toBeVisible();

  await expectGoodToUse(page, SMALLEST);
});
