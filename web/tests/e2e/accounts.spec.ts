import { expect, test, type Browser, type Page } from '@playwright/test';
import { expectGoodToUse } from './looks';
import { become, newMark, PHONE, SERVER } from './people';

const SMALLEST = 24;

async function administration(browser: Browser): Promise<Page> {
  const context = await browser.newContext();
  await become(context, 'admin');
  const page = await context.newPage();
  await page.goto('/console/admin');
  return page;
}

/** The fields of one post of the form. */
function postOf(page: Page, n: number) {
  return page.getByRole('group', { name: `岗位 ${n}` });
}

async function choose(page: Page, n: number, field: string, option: string): Promise<void> {
  await postOf(page, n).getByRole('combobox', { name: field }).press('Enter');
  await page.getByRole('option', { name: option, exact: true }).click();
  await expect(page.getByRole('option').filter({ visible: true })).toHaveCount(0);
}

/** Picks an area in the tree, opening what it lies in. */
async function chooseArea(page: Page, n: number, path: string[]): Promise<void> {
  await postOf(page, n).getByRole('combobox', { name: '区域' }).press('Enter');
  const tree = page.getByRole('tree').filter({ visible: true });
  for (const [i, name] of path.entries()) {
    const branch = tree.getByRole('treeitem').filter({ hasText: name }).last();
    await expect(branch).toBeVisible();
    if (i === path.length - 1) await branch.getByText(name, { exact: true }).click();
    else if ((await branch.getAttribute('aria-expanded')) !== 'true') {
      await branch.locator('.el-tree-node__expand-icon').first().click();
    }
  }
}

/** The administrator's own area and a street of it, as the demo names them. */
async function areas(page: Page): Promise<{ district: string; street: string }> {
  const [top] = await (await page.request.get(`${SERVER}/api/v1/divisions`)).json();
  const ask = `${SERVER}/api/v1/divisions?under=${top.code}&level=`;
  const [district] = await (await page.request.get(`${ask}district`)).json();
  const [street] = await (await page.request.get(`${ask}street`)).json();
  return { district: district.name, street: street.name };
}

async function create(page: Page, name: string, number: string): Promise<void> {
  const { district, street } = await areas(page);
  await page.getByRole('link', { name: '新建账号' }).click();
  await page.getByRole('textbox', { name: '姓名' }).fill(name);
  await page.getByRole('textbox', { name: '编号' }).fill(number);
  await choose(page, 1, '岗位角色', '街道派遣员');
  await chooseArea(page, 1, [district, street]);
  await page.getByRole('button', { name: '添加岗位' }).click();
  await choose(page, 2, '岗位角色', '处置人员');
  await chooseArea(page, 2, [district]);
  await choose(page, 2, '单位', '供水排水企业');
  await page.getByRole('button', { name: '建立账号' }).click();
  await expect(page.getByText(`已保存 ${name} 的账号`)).toBeVisible();
}

test('a new account signs in by its link, with its posts', async ({ browser }) => {
  const admin = await administration(browser);
  const { street } = await areas(admin);
  const mark = newMark();
  await create(admin, `林${mark}`, mark);
  await expect(admin.getByRole('button', { name: '生成登录链接', exact: true })).toBeFocused();
  await admin.keyboard.press('Enter');
  const link = await admin.getByRole('textbox', { name: '登录链接' }).inputValue();

  const owner = await (await browser.newContext()).newPage();
  await owner.goto(link);

  await expect(owner).toHaveURL(/\/console\/cases/);
  await owner.getByRole('button', { name: `林${mark}` }).click();
  const posts = owner.getByRole('region', { name: '我的身份' }).getByRole('listitem');
  await expect(posts.filter({ hasText: '街道派遣员' })).toContainText(street);
  await expect(posts.filter({ hasText: '处置人员' })).toContainText('供水排水企业');
});

test('posts are changed, added and ended', async ({ browser }) => {
  const admin = await administration(browser);
  const { district } = await areas(admin);
  const mark = newMark();
  await create(admin, `换岗${mark}`, mark);
  await admin.getByRole('textbox', { name: '按姓名或编号查找' }).fill(mark);
  const row = admin.getByRole('row', { name: new RegExp(mark) });
  await row.getByRole('link', { name: '调整岗位' }).click();

  await postOf(admin, 2).getByRole('button', { name: '结束岗位' }).click();
  await choose(admin, 1, '岗位角色', '核查员');
  await admin.getByRole('button', { name: '添加岗位' }).click();
  await choose(admin, 2, '岗位角色', '查看人员');
  await chooseArea(admin, 2, [district]);
  await admin.getByRole('button', { name: '保存岗位' }).click();

  await expect(admin.getByText(`已保存 换岗${mark} 的账号`)).toBeVisible();
  await expect(row).toContainText('核查员');
  await expect(row).toContainText('查看人员');
  await expect(row).not.toContainText('处置人员');
  await admin.reload();
  await admin.getByRole('textbox', { name: '按姓名或编号查找' }).fill(mark);
  await expect(row).toContainText('核查员');
  await expect(row).not.toContainText('街道派遣员');
});

test('an account is made by keyboard alone', async ({ browser }) => {
  const admin = await administration(browser);
  const mark = newMark();
  const press = async (...keys: string[]) => {
    for (const key of keys) await admin.keyboard.press(key);
  };
  await admin.getByRole('link', { name: '新建账号' }).focus();
  await press('Enter');
  await expect(admin.getByRole('heading', { name: '新建账号' })).toBeFocused();
  await press('Tab');
  await admin.keyboard.type(`键盘${mark}`);
  await press('Tab');
  await admin.keyboard.type(mark);
  await press('Tab', 'Enter');
  await expect(admin.getByRole('option', { name: '网格员', exact: true })).toBeVisible();
  await press('ArrowDown', 'Enter', 'Tab', 'Enter');
  const tree = admin.getByRole('tree').filter({ visible: true });
  await expect(tree.getByRole('treeitem').nth(1)).toBeVisible();
  await press('ArrowDown');
  await expect(tree.getByRole('treeitem').first()).toBeFocused();
  await press('ArrowDown', 'ArrowRight');
  await expect(tree.getByRole('treeitem', { expanded: true })).toHaveCount(2);
  const community = tree.getByRole('treeitem').nth(2);
  await expect(community).toBeVisible();
  const area = (await community.innerText()).trim();
  await press('ArrowDown', 'Enter', 'Tab', 'Tab', 'Tab', 'Enter');

  await expect(admin.getByText(`已保存 键盘${mark} 的账号`)).toBeVisible();
  const row = admin.getByRole('row', { name: new RegExp(mark) });
  await expect(row).toContainText(`网格员 · ${area}`);
});

test('what is wrong is said at its field', async ({ browser }) => {
  const admin = await administration(browser);
  const mark = newMark();
  await create(admin, `先来${mark}`, mark);
  await admin.getByRole('link', { name: '新建账号' }).click();
  await admin.getByRole('button', { name: '建立账号' }).click();
  const name = admin.getByRole('textbox', { name: '姓名' });
  const number = admin.getByRole('textbox', { name: '编号' });
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription('不能为空。');
  await expect(
    postOf(admin, 1).getByRole('combobox', { name: '区域' }),
  ).toHaveAccessibleDescription('不能为空。');

  await postOf(admin, 1).getByRole('button', { name: '结束岗位' }).click();
  await name.fill('后到');
  await number.fill(mark);
  await admin.getByRole('button', { name: '建立账号' }).click();

  await expect(number).toHaveAccessibleDescription(/已有人使用/);
  await number.fill(`${mark} 甲`);
  await admin.getByRole('button', { name: '建立账号' }).click();
  await expect(number).toHaveAccessibleDescription(/^编号不能是/);
  await expect(number).toBeFocused();
});

test('administrators cannot lock themselves out', async ({ browser }) => {
  const admin = await administration(browser);
  const { actor } = await (await admin.request.get(`${SERVER}/api/v1/session`)).json();
  await admin.goto(`/console/admin?part=accounts&account=${encodeURIComponent(actor.id)}`);
  await postOf(admin, 1).getByRole('button', { name: '结束岗位' }).click();
  await admin.getByRole('button', { name: '保存岗位' }).click();

  await expect(admin.getByRole('alert')).toContainText('请由另一位管理员办理');
});

for (const viewport of [{ width: 1440, height: 900 }, PHONE]) {
  for (const language of ['zh-CN', 'en']) {
    test(`the form is good to use at ${viewport.width} px in ${language}`, async ({ browser }) => {
      const admin = await administration(browser);
      await admin.setViewportSize(viewport);
      await admin.addInitScript((it) => localStorage.setItem('linli.language', it), language);
      await admin.goto('/console/admin?part=accounts&account=new');
      await admin.getByRole('button', { name: /建立账号|Create the account/ }).click();
      await expect(admin.getByRole('alert').first()).toBeVisible();

      await expectGoodToUse(admin, SMALLEST);
    });
  }
}
