import { expect, test, type Page } from '@playwright/test';
import { become, PHONE } from './people';
import { picture, PICTURES } from './pictures';

/** What the README shows beside the story of the disputed case. */
const SHOWN: {
  name: string;
  persona: string | null;
  path: string;
  viewport: { width: number; height: number };
  ready: (page: Page) => Promise<void>;
}[] = [
  {
    name: 'console',
    persona: 'street',
    path: '/console/cases',
    viewport: { width: 1520, height: 920 },
    ready: async (page) => {
      await page.getByRole('table').getByRole('link').first().click();
      await expect(page.getByRole('complementary').getByRole('heading').first()).toBeVisible();
    },
  },
  {
    name: 'figures',
    persona: 'district',
    path: '/console/figures?by=grid',
    viewport: { width: 1280, height: 1080 },
    ready: async (page) => {
      await page.getByRole('button', { name: '近 90 天' }).click();
      await page.getByRole('button', { name: '同类比较' }).click();
      await expect(page.getByRole('img', { name: /^漏斗图/ }).first()).toBeVisible();
    },
  },
  {
    name: 'field',
    persona: 'grid',
    path: '/field/',
    viewport: PHONE,
    ready: (page) => expect(page.getByRole('link', { name: '当场办结' })).toBeVisible(),
  },
  {
    name: 'resident',
    persona: null,
    path: '/',
    viewport: PHONE,
    ready: (page) => expect(page.getByRole('heading').first()).toBeVisible(),
  },
];

if (PICTURES) {
  for (const { name, persona, path, viewport, ready } of SHOWN) {
    test(`${name} as the README shows it`, async ({ page, context }) => {
      await page.setViewportSize(viewport);
      if (persona) await become(context, persona);
      await page.goto(path);
      await ready(page);
      await page.waitForLoadState('networkidle');
      await picture(page, name);
    });
  }
}
