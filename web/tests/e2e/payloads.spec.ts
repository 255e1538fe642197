import { expect, test, type APIResponse, type BrowserContext, type Page } from '@playwright/test';
import { become, casesWith, newMark, SERVER, spotIn } from './people';

/** What must stay text, wherever it is shown. */
const PAYLOADS = [
  '<script>window.__xss=1</script>',
  '<img src=x onerror="window.__xss=1">',
  '"><svg/onload=window.__xss=1>',
  "javascript:window.__xss=1//'",
  '{{constructor.constructor("window.__xss=1")()}}',
];

const MARKUP = PAYLOADS[1]!;

/** Every page, and who of the demo's people has use for it. */
const PAGES: Record<string, string[]> = {
  district: ['/console/cases', '/console/figures', '/console/security'],
  street: [
    '/console/cases',
    '/console/register',
    '/console/register?part=reviews',
    '/console/phones',
  ],
  leader: ['/console/cases', '/console/phones'],
  community: ['/console/cases', '/console/register', '/console/register?part=reviews'],
  unit: ['/console/cases'],
  checker: ['/console/cases', '/console/figures'],
  privacy: ['/console/register', '/console/register?part=privacy'],
  viewer: ['/console/cases', '/console/figures'],
  admin: ['/console/admin', '/console/audit', '/console/cases', '/console/security'],
  grid: ['/field/', '/field/report', '/field/report/details', '/field/cases', '/field/outbox'],
};

/** Where some of what was written must be seen. */
const SHOWS_MARKUP = [
  'street /console/register?part=reviews',
  'privacy /console/register?part=privacy',
];

/** Pages for everybody; the last is one that the server writes by itself. */
const OPEN_PAGES = [
  '/',
  '/track',
  '/charter',
  '/r/seen',
  '/sign-in',
  '/demo',
  '/setup',
  '/field/sign-in',
  '/field/enrol',
  '/problems/access/not-permitted',
];

/** Notes what the browser kept a page from doing. */
async function listen(page: Page): Promise<string[]> {
  const reports: string[] = [];
  await page.exposeFunction('noteViolation', (what: string) => reports.push(what));
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', (event) =>
      (window as unknown as { noteViolation(what: string): void }).noteViolation(
        `${event.effectiveDirective} ${event.blockedURI} on ${location.pathname} ${event.sourceFile}`,
      ),
    ),
  );
  return reports;
}

async function expectQuiet(page: Page, reports: string[]): Promise<void> {
  await page.waitForLoadState('networkidle');
  expect(await page.evaluate(() => '__xss' in window), page.url()).toBe(false);
  expect(reports, page.url()).toEqual([]);
}

test('what people write stays text on every page, and no page breaks its own policy', async ({
  page,
  context,
}) => {
  const reports = await listen(page);
  const mark = newMark();
  const { areaCode } = await become(context, 'grid');
  const [lon, lat] = await spotIn(page.request, areaCode);
  for (const payload of PAYLOADS) {
    const answer = await page.request.post(`${SERVER}/api/v1/reports`, {
      data: {
        opId: crypto.randomUUID(),
        text: `${mark} ${payload}`,
        address: payload,
        source: 'resident',
        lon,
        lat,
        photoIds: [],
        reporter: { name: payload },
      },
      headers: { 'X-Linli': '1' },
    });
    expect(answer.status(), await answer.text()).toBe(201);
    const { trackingCode } = await answer.json();
    await page.goto(`/track/${trackingCode}`);
    await expect(page.getByText(payload).first()).toBeVisible();
    await expectQuiet(page, reports);
  }

  await become(context, 'district');
  const cases = await casesWith(context.request, mark);
  expect(cases).toHaveLength(PAYLOADS.length);
  for (const { caseNo } of cases) {
    await page.goto(`/console/cases/${caseNo}`);
    await expect(page.getByText(mark).first()).toBeVisible();
    await expectQuiet(page, reports);
  }
});

test('markup in every field that people fill is text on every page of everybody', async ({
  page,
  context,
}) => {
  test.setTimeout(300_000);
  const reports = await listen(page);
  await fillEverything(context);

  for (const path of OPEN_PAGES) {
    await page.goto(path);
    await expectQuiet(page, reports);
  }
  for (const [persona, paths] of Object.entries(PAGES)) {
    await become(context, persona);
    for (const path of paths) {
      await page.goto(path);
      if (SHOWS_MARKUP.includes(`${persona} ${path}`)) {
        await expect(page.getByText(MARKUP).first()).toBeVisible();
      }
      await expectQuiet(page, reports);
    }
  }
});

/** Writes markup where the API takes text: whoever refuses it has nothing to show. */
async function fillEverything(context: BrowserContext): Promise<void> {
  const { areaCode } = await become(context, 'grid');
  const [lon, lat] = await spotIn(context.request, areaCode);
  const told = await said(context, '/api/v1/reports', {
    text: MARKUP,
    address: MARKUP,
    source: 'resident',
    lon,
    lat,
    reporter: { name: MARKUP },
  });
  const { caseNo } = await told.json();
  const household = await (
    await said(context, '/api/v1/register/households', {
      number: `X${Date.now()}`,
      gridCode: areaCode,
      address: MARKUP,
    })
  ).json();
  const inside = `/api/v1/register/households/${household.id}`;
  const notice = await (
    await said(context, `${inside}/notices`, { version: 'N1', manner: 'paper', language: 'zh' })
  ).json();
  const phone = `1391${String(Date.now()).slice(-7)}`;
  const person = await (
    await said(context, `${inside}/persons`, { noticeId: notice.id, name: MARKUP, phone })
  ).json();
  const reason = `${MARKUP} 居民来电询问补贴的办理进度`;
  const opened = await (
    await said(context, '/api/v1/register/openings', { personId: person.id, reason })
  ).json();
  expect(opened.openingId, 'a reason with markup is a reason').toBeTruthy();

  await become(context, 'street');
  await said(context, `/api/v1/cases/${caseNo}/steps`, {
    step: 'refuse',
    version: 1,
    reason: MARKUP,
    note: MARKUP,
  });
  const code = await (
    await said(context, '/api/v1/register/resident-codes', { personId: person.id, idSeen: true })
  ).json();
  await said(context, '/api/v1/resident/session', { code: code.code });
  const own = await (await context.request.get(`${SERVER}/api/v1/resident/page`)).json();
  await said(context, '/api/v1/resident/complaints', {
    lineId: own.lines[0].lineId,
    text: MARKUP,
  });

  await become(context, 'admin');
  await said(context, '/api/v1/accounts', {
    id: `staff:${Date.now()}`,
    name: MARKUP,
    posts: [{ role: 'viewer', areaCode: '990104' }],
  });
  await said(context, '/api/v1/tokens', { name: MARKUP, role: 'viewer', areaCode: '990104' });
}

async function said(
  context: BrowserContext,
  path: string,
  body: Record<string, unknown>,
): Promise<APIResponse> {
  const answer = await context.request.post(`${SERVER}${path}`, {
    data: path.endsWith('/session') ? body : { opId: crypto.randomUUID(), ...body },
    headers: { 'X-Linli': '1' },
  });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return answer;
}

test('what is typed into a page stays text', async ({ page, context }) => {
  const reports = await listen(page);
  for (const path of ['/', '/track', '/charter']) {
    await page.goto(path);
    await typeEverywhere(page);
    await expectQuiet(page, reports);
  }
  await become(context, 'admin');
  await page.goto('/console/cases');
  await typeEverywhere(page);
  await page.keyboard.press('Enter');
  await expectQuiet(page, reports);
  await page.goto(`/console/cases?text=${encodeURIComponent(PAYLOADS[1]!)}`);
  await expectQuiet(page, reports);
});

async function typeEverywhere(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  const fields = page.locator('input[type=text], input:not([type]), textarea');
  for (const field of await fields.filter({ visible: true }).all()) {
    if (await field.isEditable()) await field.fill(MARKUP);
  }
}

test('a page that breaks its policy would be noticed', async ({ page }) => {
  const reports = await listen(page);
  await page.goto('/');
  await page.evaluate(() => {
    const image = document.createElement('img');
    image.src = 'https://elsewhere.invalid/x.png';
    document.body.append(image);
    image.setAttribute('style', 'color: red');
  });

  await expect.poll(() => reports.length).toBeGreaterThan(1);
  expect(await page.evaluate(() => '__xss' in window)).toBe(false);
});

test('markup that a script of ours would write stays text, and no script is made of words', async ({
  page,
}) => {
  await page.goto('/');
  const made = await page.evaluate((markup) => {
    const place = document.createElement('p');
    place.innerHTML = markup;
    const refused = [];
    for (const make of [
      () => (document.createElement('script').textContent = 'window.__xss = 1'),
      () => (document.createElement('script').src = 'https://elsewhere.invalid/x.js'),
      () => document.createElement('a').setAttribute('onclick', 'window.__xss = 1'),
    ]) {
      try {
        make();
      } catch {
        refused.push(make);
      }
    }
    return { text: place.textContent, elements: place.childElementCount, refused: refused.length };
  }, MARKUP);

  expect(made).toEqual({ text: MARKUP, elements: 0, refused: 3 });
  expect(await page.evaluate(() => '__xss' in window)).toBe(false);
});
