import {
  expect,
  test,
  type Browser,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test';
import { Installation } from './installation';
import { expectGoodToUse } from './looks';
import { PHONE } from './people';

const SMALLEST = 24;
/** Two starts of a server, on a machine with other things to do. */
const START_MILLIS = 240_000;

/** One grid in one community in one street in one district. */
const DIVISIONS = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    division('990200', null, 'district', '新区'),
    division('990200001', '990200', 'street', '新街道'),
    division('990200001001', '990200001', 'community', '新社区'),
    {
      ...division('990200001001001', '990200001001', 'grid', '新网格'),
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [113.1, 23.1],
            [113.11, 23.1],
            [113.11, 23.11],
            [113.1, 23.11],
            [113.1, 23.1],
          ],
        ],
      },
    },
  ],
});

function division(code: string, parent: string | null, level: string, name: string) {
  return {
    type: 'Feature',
    properties: { code, parent_code: parent, level, name },
    geometry: null,
  };
}

let linli: Installation;
let session: Exclude<BrowserContextOptions['storageState'], string | undefined>;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  test.setTimeout(START_MILLIS);
  linli = await Installation.empty('王小明');
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(linli.link);
  await expect(page).toHaveURL(/\/console\/cases/);
  session = { cookies: await context.cookies(), origins: [] };
  await context.close();
});

/** A page at the desk of the only administrator. */
async function desk(browser: Browser): Promise<Page> {
  return (await browser.newContext({ baseURL: linli.url, storageState: session })).newPage();
}

test.afterAll(() => linli?.stop());

test('an empty installation says what to do first', async ({ browser }) => {
  const page = await desk(browser);
  await page.goto('/console/');

  await expect(page.getByRole('heading', { name: '还没有导入区划和网格' })).toBeVisible();
  await expect(page.getByText('还没有案件')).toBeVisible();
  await expect(page.getByText('./linli import divisions')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  const guide = await page.getByRole('link', { name: '安装与运行指南' }).getAttribute('href');
  const text = await page.request.get(guide!);
  expect(await text.text()).toContain('./linli import divisions');
});

for (const viewport of [{ width: 1440, height: 900 }, PHONE]) {
  for (const language of ['zh-CN', 'en']) {
    test(`it is good to use at ${viewport.width} px in ${language}`, async ({ browser }) => {
      const page = await desk(browser);
      await page.setViewportSize(viewport);
      await page.addInitScript((it) => localStorage.setItem('linli.language', it), language);
      for (const path of ['/console/cases', '/console/figures', '/console/admin']) {
        await page.goto(path);
        await expect(page.getByRole('heading').first()).toBeVisible();
        await expect(page.getByRole('alert')).toHaveCount(0);
        await expectGoodToUse(page, SMALLEST);
      }
      await page.goto('/console/cases');
      await expect(page.locator('pre').first()).toBeVisible();
    });
  }
}

test('once divisions are uploaded, the map is there and posts can be given', async ({
  browser,
}) => {
  const page = await desk(browser);
  await page.goto('/console/');
  await page.getByRole('link', { name: '上传区划文件' }).click();
  await page.locator('input[type=file]').setInputFiles({
    name: 'cells.geojson',
    mimeType: 'application/geo+json',
    buffer: Buffer.from(DIVISIONS),
  });
  await page.getByRole('checkbox', { name: '只检查，不写入' }).uncheck();
  await page.getByRole('button', { name: '开始导入' }).click();
  await expect(page.getByText('写入 4')).toBeVisible();

  await page.getByRole('link', { name: '案件处置' }).click();
  await expect(page.getByRole('region', { name: /地图/ }).first()).toBeVisible();
  await expect(page.getByText('没有待办案件。')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);

  await page.goto('/console/admin?part=accounts&account=new');
  await page.getByRole('combobox', { name: '区域' }).press('Enter');
  const tree = page.getByRole('tree').filter({ visible: true });
  await expect(tree.getByText('全部区域')).toBeVisible();
  await expect(tree.getByText('新区')).toBeVisible();
});
