import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  expect,
  test,
  type APIRequestContext,
  type Browser,
  type BrowserContext,
} from '@playwright/test';
import { freePort, Installation } from './installation';
import { CLIENT, introduceOneself, OtherSystem } from './provider';

/** Two starts of a server, on a machine with other things to do. */
const START_MILLIS = 240_000;
const ENTRY = '/api/v1/session/provider';
const headers = { 'X-Linli': '1' };

interface Back {
  code: string;
  state: string;
  issuer: string;
}

let other: OtherSystem;
let linli: Installation;
let administrator: APIRequestContext;
const secrets = mkdtempSync(join(tmpdir(), 'linli-provider-'));

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  test.setTimeout(START_MILLIS);
  const port = await freePort();
  const address = `http://localhost:${port}`;
  other = await OtherSystem.start(`${address}/sign-in/back`);
  const secret = join(secrets, 'client-secret');
  writeFileSync(secret, other.secret, { mode: 0o600 });
  linli = await Installation.empty('王小明', port, {
    'linli.access.address': address,
    'linli.access.provider.issuer': other.issuer,
    'linli.access.provider.client-id': CLIENT,
    'linli.access.provider.client-secret-file': secret,
    'linli.access.provider.name': '区统一登录',
    'linli.access.provider.amr': 'otp',
    'linli.outbound.allowed': other.endpoint,
  });
  const context = await browser.newContext({ baseURL: linli.url });
  const code = new URL(linli.link).searchParams.get('code');
  const entered = await context.request.post('/api/v1/session', { headers, data: { code } });
  expect(entered.status()).toBe(201);
  administrator = context.request;
  await make(administrator, 'chen');
  const linked = await administrator.put('/api/v1/accounts/staff:chen/provider', {
    headers,
    data: { subject: 'chen' },
  });
  expect(linked.status()).toBe(204);
});

test.afterAll(async () => {
  await linli?.stop();
  await other?.stop();
  rmSync(secrets, { recursive: true });
});

/** Makes an account that may make others, which asks for a fresh factor. */
async function make(by: APIRequestContext, id: string): Promise<void> {
  expect(await tryToMake(by, id)).toBe(201);
}

async function tryToMake(by: APIRequestContext, id: string): Promise<number> {
  const posts = [{ role: 'administrator', areaCode: '/', unitCode: null }];
  const data = { opId: crypto.randomUUID(), id: `staff:${id}`, name: id, posts };
  return (await by.post('/api/v1/accounts', { headers, data })).status();
}

function newcomer(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ baseURL: linli.url });
}

/** Goes to the other system, signs in there, and is sent back; what with is not used yet. */
async function sentBack(context: BrowserContext, account: string, second = false): Promise<Back> {
  const journey = await context.request.post(`${ENTRY}/journey`, { headers });
  expect(journey.status()).toBe(200);
  const page = await context.newPage();
  // the page at the end of the way would use it at once
  await page.route(`**${ENTRY}`, (route) => route.abort());
  const sent = page.waitForRequest('**/sign-in/back?*');
  await page.goto((await journey.json()).address);
  if (page.url().startsWith(other.issuer)) await introduceOneself(page, account, second);
  const { searchParams } = new URL((await sent).url());
  await page.close();
  return {
    code: searchParams.get('code')!,
    state: searchParams.get('state')!,
    issuer: searchParams.get('iss')!,
  };
}

async function open(context: BrowserContext, back: Back) {
  const answer = await context.request.post(ENTRY, { headers, data: back });
  return { status: answer.status(), body: await answer.json() };
}

test('whom an administrator linked signs in with an account at the other system', async ({
  browser,
}) => {
  const context = await newcomer(browser);
  const ways = await (await context.request.get('/api/v1/session/ways')).json();
  expect(ways.provider).toBe('区统一登录');

  const { status, body } = await open(context, await sentBack(context, 'chen', true));

  expect(status).toBe(201);
  expect(body.actor.id).toBe('staff:chen');
  expect((await context.request.get('/api/v1/session')).status()).toBe(200);
  // two factors there are a fresh factor here
  await make(context.request, 'made-by-chen');
});

test('an administrator links somebody in the console, who comes in by the button at the door', async ({
  browser,
}) => {
  await make(administrator, 'li');
  const office = await newcomer(browser);
  await office.addCookies((await administrator.storageState()).cookies);
  const page = await office.newPage();
  await page.goto('/console/admin?part=accounts&account=staff:li');
  await page.getByRole('textbox', { name: '在那边的标识' }).fill('li');
  await page.getByRole('button', { name: '关联', exact: true }).click();
  await expect(page.getByRole('button', { name: '解除关联' })).toBeVisible();

  const person = await (await newcomer(browser)).newPage();
  await person.goto('/sign-in?to=/console/security');
  await person.getByRole('button', { name: '用区统一登录登录' }).click();
  await person.waitForURL(`${other.issuer}/**`);
  await introduceOneself(person, 'li', true);
  await expect(person).toHaveURL(/\/console\/security$/);
  await expect(person.getByRole('heading', { name: '登录与安全' })).toBeVisible();

  const stranger = await (await newcomer(browser)).newPage();
  await stranger.goto('/sign-in');
  await stranger.getByRole('button', { name: '用区统一登录登录' }).click();
  await stranger.waitForURL(`${other.issuer}/**`);
  await introduceOneself(stranger, 'stranger', true);
  await expect(stranger.getByRole('alert')).toContainText('stranger');
  await stranger.goto('/sign-in/back?code=made-up&state=made-up');
  await expect(stranger.getByRole('alert')).toContainText('没有通过验证');
  await stranger.goto('/sign-in/back?error=access_denied&state=made-up');
  await expect(stranger.getByRole('alert')).toContainText('没有完成');
  await stranger.getByRole('link', { name: '重新登录' }).click();
  await expect(stranger.getByRole('button', { name: '用区统一登录登录' })).toBeVisible();
});

test('one factor there is no factor here', async ({ browser }) => {
  const context = await newcomer(browser);

  expect((await open(context, await sentBack(context, 'chen'))).status).toBe(201);

  expect((await context.request.get('/api/v1/accounts')).status()).toBe(200);
  expect(await tryToMake(context.request, 'made-by-nobody')).toBe(403);
});

test('who is not linked stays outside, and learns what to tell their administrator', async ({
  browser,
}) => {
  const context = await newcomer(browser);

  const { status, body } = await open(context, await sentBack(context, 'stranger', true));

  expect(status).toBe(403);
  expect(body.type).toBe('/problems/access/provider-not-linked');
  expect(body.detail).toContain('stranger');
  expect((await context.request.get('/api/v1/session')).status()).toBe(401);
});

test('a changed state, a used code and the code of another browser open nothing', async ({
  browser,
}) => {
  const context = await newcomer(browser);
  const tampered = await sentBack(context, 'chen', true);
  expect((await open(context, { ...tampered, state: 'changed' })).status).toBe(401);
  expect((await open(context, tampered)).status).toBe(201);
  expect((await open(context, tampered)).status).toBe(401);

  // the provider itself gives nothing for a code that was used, under whatever state
  const again = await sentBack(context, 'chen', true);
  expect((await open(context, { ...again, code: tampered.code })).status).toBe(401);

  const thief = await newcomer(browser);
  const stolen = await sentBack(context, 'chen', true);
  const own = await sentBack(thief, 'stranger', true);
  expect((await open(thief, stolen)).status).toBe(401);
  expect((await open(thief, { ...own, code: stolen.code })).status).toBe(401);
  expect((await thief.request.get('/api/v1/session')).status()).toBe(401);
});
