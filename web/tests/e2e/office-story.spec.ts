import { expect, test, type Browser, type Page } from '@playwright/test';
import { uuidv7 } from '../../src/shared/uuid';
import { become, newMark, photo, SERVER, spotIn } from './people';

const STREET_LAMP = '12004';

/** A page of the office, at the desk of somebody of the demo. */
async function desk(browser: Browser, persona: string, path = '/console/cases'): Promise<Page> {
  const context = await browser.newContext();
  await become(context, persona);
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

/** A lamp that a resident reports in the cell of the demo's grid member. */
async function reportLamp(browser: Browser, text: string): Promise<string> {
  const context = await browser.newContext();
  const { areaCode } = await become(await browser.newContext(), 'grid');
  const [lon, lat] = await spotIn(context.request, areaCode);
  const answer = await context.request.post(`${SERVER}/api/v1/reports`, {
    data: {
      opId: uuidv7(),
      matterCode: STREET_LAMP,
      text,
      lon,
      lat,
      address: '清和街道竹影路',
      source: 'resident',
      photoIds: [],
    },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()).caseNo;
}

async function lit(page: Page) {
  return { name: 'lit.jpg', mimeType: 'image/jpeg', buffer: await photo(page, 50) };
}

const panel = (page: Page) => page.getByRole('complementary');

async function open(page: Page, mark: string): Promise<void> {
  const search = page.getByRole('textbox', { name: '搜索编号、内容、地址' });
  await search.fill(mark);
  await search.press('Enter');
  await page
    .getByRole('row', { name: /路灯不亮/ })
    .getByRole('link')
    .click();
  await expect(panel(page).getByRole('heading', { name: '路灯不亮' })).toBeVisible();
}

/** Takes a step through its inline form; `fill` enters what the step carries. */
async function take(page: Page, step: string, fill = async () => {}): Promise<void> {
  await panel(page).getByRole('button', { name: step, exact: true }).click();
  await fill();
  await panel(page)
    .getByRole('button', { name: `确认${step}` })
    .click();
  await expect(panel(page).getByText(`已完成：${step}`)).toBeVisible();
}

test('a lamp goes from report to closed through four desks', async ({ browser }) => {
  const mark = newMark();
  const caseNo = await reportLamp(browser, `${mark} 路口的灯三天没亮了`);

  const street = await desk(browser, 'street');
  await open(street, mark);
  await take(street, '受理');
  await take(street, '立案');
  await expect(panel(street).getByText('2 个工作日')).toBeVisible();
  await take(street, '派遣', async () => {
    await expect(panel(street).getByText('示范区市政公用管理单位')).toBeVisible();
  });
  await expect(panel(street).getByText('处置中', { exact: true }).first()).toBeVisible();
  await expect(panel(street).getByText(/^剩 /)).toBeVisible();

  const unit = await desk(browser, 'unit');
  await open(unit, mark);
  await take(unit, '处置反馈', () => panel(unit).getByLabel('处置情况').fill('换了灯泡,已亮'));

  const checker = await desk(browser, 'checker');
  await open(checker, mark);
  await take(checker, '返工', () =>
    panel(checker).getByRole('button', { name: '现场未处置到位' }).click(),
  );
  await unit.reload();
  await take(unit, '处置反馈', async () => {
    await panel(unit).getByLabel('处置情况').fill('线路也修好了');
    await panel(unit)
      .locator('input[type=file]')
      .setInputFiles(await lit(unit));
    await expect(panel(unit).getByText('lit.jpg')).toBeVisible();
  });
  await checker.reload();
  const picture = panel(checker).getByRole('img', { name: /处置反馈时的照片/ });
  await expect(picture).toHaveJSProperty('complete', true);
  await expect(picture).not.toHaveJSProperty('naturalWidth', 0);
  await take(checker, '核查通过');

  await street.reload();
  await take(street, '结案');
  await expect(panel(street).getByText('已结案', { exact: true }).first()).toBeVisible();
  const history = panel(street).getByRole('list').filter({ hasText: '上报' }).last();
  await expect(history.getByText('换了灯泡,已亮')).toBeVisible();
  await expect(history.getByText('现场未处置到位')).toBeVisible();
  expect(street.url()).toContain(caseNo);
});

test('a department returns a case and it is dispatched again, on the same clock', async ({
  browser,
}) => {
  const mark = newMark();
  await reportLamp(browser, `${mark} 灯杆歪了`);
  const street = await desk(browser, 'street');
  await open(street, mark);
  await take(street, '立案');
  await take(street, '派遣');
  const due = await panel(street)
    .getByText(/ 到期$/)
    .innerText();

  const unit = await desk(browser, 'unit');
  await open(unit, mark);
  await take(unit, '退单', () =>
    panel(unit).getByRole('button', { name: '不属于本单位职责范围' }).click(),
  );

  await street.reload();
  await expect(panel(street).getByText('退单 1 次')).toBeVisible();
  await take(street, '派遣', async () => {
    await panel(street).getByRole('combobox', { name: '派给哪个单位' }).click();
    await street.getByRole('option', { name: '供水排水企业' }).click();
  });
  await expect(panel(street).getByText(due)).toBeVisible();
});

test('whoever is second is told, and sees what is true now', async ({ browser }) => {
  const mark = newMark();
  await reportLamp(browser, `${mark} 灯一直闪`);
  const first = await desk(browser, 'street');
  const second = await desk(browser, 'street');
  await open(first, mark);
  await open(second, mark);
  await panel(second).getByRole('button', { name: '不予立案', exact: true }).click();
  await panel(second).getByRole('button', { name: '不符合立案条件' }).click();

  await take(first, '立案');
  await panel(second).getByRole('button', { name: '确认不予立案' }).click();

  await expect(panel(second).getByRole('alert')).toContainText('已载入最新情况');
  await expect(panel(second).getByText('已立案', { exact: true }).first()).toBeVisible();
});

test('a figure shows its formula and leads to its cases', async ({ browser }) => {
  const page = await desk(browser, 'district', '/console/figures');
  const card = page.getByRole('button', { name: /^按期结案率/ }).first();
  await card.click();

  const formula = page.getByRole('region', { name: '按期结案率' });
  const [numerator] = await formula.locator('strong').allInnerTexts();
  await formula.getByRole('link', { name: '查看背后的案件' }).first().click();

  await expect(page).toHaveURL(/\/console\/cases\?behind=/);
  const n = Number(numerator!.replaceAll(',', ''));
  const total = n > 10_000 ? '10,000 件以上' : `共 ${n.toLocaleString('en-US')} 件`;
  await expect(page.getByText(total)).toBeVisible();
  await expect(page.getByRole('button', { name: /指标背后的案件/ })).toBeVisible();
});

test('the filters stay in the address', async ({ browser }) => {
  const page = await desk(browser, 'district');
  await page.getByRole('button', { name: '超期' }).click();
  await expect(page).toHaveURL(/overdue=true/);
  const first = await page.getByRole('table').getByRole('link').first().innerText();

  const again = await page.context().newPage();
  await again.goto(page.url());

  await expect(again.getByRole('button', { name: '超期' })).toHaveAttribute('aria-pressed', 'true');
  await expect(again.getByRole('table').getByRole('link').first()).toHaveText(first);
});

test('the queue is walked by keyboard alone', async ({ browser }) => {
  const page = await desk(browser, 'street');
  const first = page.getByRole('table').getByRole('link').first();
  await first.focus();
  await page.keyboard.press('Enter');
  await expect(panel(page)).toBeVisible();

  await page.keyboard.press('Escape');

  await expect(panel(page)).toBeHidden();
  await expect(first).toBeFocused();
});

test('without a session the page says how to get a link', async ({ page }) => {
  await page.goto('/console/cases');

  await expect(page.getByRole('heading', { name: '没有登录' })).toBeVisible();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'You are not signed in' })).toBeVisible();
});

test('an administrator makes a link that signs its owner in once', async ({ browser }) => {
  const admin = await desk(browser, 'admin', '/console/admin');
  await admin.getByRole('textbox', { name: '按姓名或编号查找' }).fill('胡梅雪');
  await admin.getByRole('button', { name: /生成登录链接/ }).click();
  const link = await admin.getByRole('textbox', { name: '登录链接' }).inputValue();

  const owner = await (await browser.newContext()).newPage();
  await owner.goto(link);

  await expect(owner.getByText('胡梅雪')).toBeVisible();
  await expect(owner).toHaveURL(/\/console/);
});

test('a file is checked before it is imported, and each fault is named', async ({ browser }) => {
  const admin = await desk(browser, 'admin', '/console/admin?part=import');
  const kind = admin.getByRole('combobox', { name: '数据种类' });
  await kind.press('Enter');
  await admin.getByRole('option', { name: '单位', exact: true }).click();
  await admin.locator('input[type=file]').setInputFiles({
    name: 'units.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'unit_code,name,kind,area_code,parent_code\nU1,新单位,department,990104,\nU2,写错的,ministry,990104,\n',
    ),
  });
  await admin.getByRole('button', { name: '开始检查' }).click();

  await expect(admin.getByText('可写入 1')).toBeVisible();
  await expect(admin.getByRole('row', { name: /^3 kind ministry/ })).toBeVisible();
});
