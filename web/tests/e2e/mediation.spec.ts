import { expect, test, type Browser, type Page } from '@playwright/test';
import { expectGoodToUse } from './looks';
import { become, newMark, PHONE, SERVER, spotIn } from './people';

const TEXT = '晚十点以后不再练琴；楼道一起打扫。';

/** A phone that nobody is signed in on. */
async function phone(browser: Browser): Promise<Page> {
  return (await browser.newContext({ viewport: PHONE })).newPage();
}

async function codeOn(page: Page): Promise<string> {
  return (await page.locator('.own-code').innerText()).replace(/[\s-]/g, '');
}

/** Opens what a code or an invitation opens. */
async function openWith(page: Page, code: string): Promise<void> {
  await page.goto('/mediation');
  await page.getByRole('button', { name: '我有专属码或邀请码' }).click();
  await page.getByLabel('专属码或邀请码').fill(code);
  await page.getByRole('button', { name: '打开' }).click();
}

async function apply(browser: Browser, about: string): Promise<Page> {
  const page = await phone(browser);
  const { areaCode } = await become(await browser.newContext(), 'grid');
  const [lon, lat] = await spotIn(page.request, areaCode);
  await page.goto(`/mediation?at=${lon.toFixed(6)},${lat.toFixed(6)}`);
  await page.getByRole('button', { name: '我要申请' }).click();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByLabel('是什么矛盾？').fill(about);
  await page.getByLabel('怎么称呼您').fill('赵大姐');
  await page.getByLabel('怎么联系您').fill('3 号楼 201');
  await page.getByLabel('对方怎么称呼').fill('钱老师');
  await page.getByLabel('怎么联系对方').fill('3 号楼 301');
  await expectGoodToUse(page);
  await page.getByRole('button', { name: '提交申请' }).click();
  await expect(page.getByRole('heading', { name: '收到了。请记下您的专属码' })).toBeVisible();
  return page;
}

test('two who quarrel agree to talk and both sign, and a leader reads none of it', async ({
  browser,
}) => {
  const about = `${newMark()} 楼上深夜练琴`;
  const applicant = await apply(browser, about);
  await applicant.getByRole('button', { name: '记好了，打开看看' }).click();
  await expect(applicant.getByText('等调解人接手')).toBeVisible();

  const desk = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await become(desk, 'community');
  const mediator = await desk.newPage();
  await mediator.goto('/console/mediation');
  await expect(mediator.getByText(about)).toHaveCount(0);
  await mediator.getByRole('button', { name: '我来调解' }).last().click();
  const card = mediator.getByRole('article', { name: about });
  await expect(card).toBeVisible();
  await card.getByRole('button', { name: '生成邀请码给对方' }).click();
  const invitation = await card.getByLabel('邀请码').inputValue();
  await expectGoodToUse(mediator, 20);

  const other = await phone(browser);
  await openWith(other, invitation);
  await expect(other.getByRole('heading', { name: '请记下您自己的专属码' })).toBeVisible();
  expect(await codeOn(other)).not.toBe(invitation);
  await other.getByRole('button', { name: '记好了，打开看看' }).click();
  await other.getByRole('button', { name: '愿意调解', exact: true }).click();
  await expect(other.getByText('双方都愿意，等调解人受理')).toBeVisible();

  await mediator.reload();
  await card.getByRole('button', { name: '受理' }).click();
  await expect(card.getByText('调解中')).toBeVisible();
  await card.getByRole('button', { name: '提出协议文本' }).click();
  await card.getByLabel('协议文本').fill(TEXT);
  await card.getByRole('button', { name: '提出协议文本' }).click();
  await expect(card.getByText('待双方签字')).toBeVisible();
  for (const party of [other, applicant]) {
    await party.getByRole('button', { name: '看看有没有新进展' }).click();
    await expect(party.getByText(TEXT)).toBeVisible();
    await party.getByRole('button', { name: '我已读过，签字' }).click();
  }
  await expect(applicant.getByText('双方已签协议')).toBeVisible();
  await expectGoodToUse(applicant);

  const leader = await browser.newContext();
  await become(leader, 'leader');
  const id = await card.getAttribute('data-id');
  const refused = await leader.request.get(`${SERVER}/api/v1/mediations/${id}`);
  expect(refused.status()).toBe(403);
});
