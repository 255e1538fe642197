import { expect, test, type Page } from '@playwright/test';
import { become, casesWith, newMark, SERVER, spotIn } from './people';

/** What must stay text, wherever it is shown. */
const PAYLOADS = [
  '<script>window.__xss=1</script>',
  '<img src=x onerror="window.__xss=1">',
  '"><svg/onload=window.__xss=1>',
  "javascript:window.__xss=1//'",
  '{{constructor.constructor("window.__xss=1")()}}',
];

const PAGES = [
  ['district', '/console/cases'],
  ['district', '/console/figures'],
  ['admin', '/console/admin'],
  ['grid', '/field/'],
  ['grid', '/field/cases'],
] as const;

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

  for (const [persona, path] of PAGES) {
    await become(context, persona);
    await page.goto(path);
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
  for (const field of await page.locator('input[type=text], input:not([type]), textarea').all()) {
    if (await field.isEditable()) await field.fill(PAYLOADS[1]!);
  }
}

test('a page that breaks its policy would be noticed', async ({ page }) => {
  const reports = await listen(page);
  await page.goto('/');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.__xss = 1';
    document.head.append(script);
  });

  await expect.poll(() => reports.length).toBeGreaterThan(0);
  expect(await page.evaluate(() => '__xss' in window)).toBe(false);
});
