import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Violation {
  id: string;
  impact: string;
  nodes: { html: string }[];
}

/** Nothing that axe knows to be wrong, nothing too small for a thumb, nothing to scroll sideways for. */
export async function expectGoodToUse(page: Page, smallest = 44): Promise<void> {
  await nothingMoves(page);
  await page.evaluate(axe);
  const { violations } = (await page.evaluate(
    (rules) =>
      (
        window as unknown as {
          axe: { run(given: unknown): Promise<{ violations: Violation[] }> };
        }
      ).axe.run({ runOnly: rules }),
    RULES,
  )) as { violations: Violation[] };
  const wrong = violations.map(({ impact, id, nodes }) => `${impact} ${id}: ${nodes[0]?.html}`);
  expect.soft(wrong, `axe on ${page.url()}`).toEqual([]);
  expect.soft(await tooSmall(page, smallest), `thumbs on ${page.url()}`).toEqual([]);
  expect
    .soft(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      `sideways on ${page.url()}`,
    )
    .toBeLessThanOrEqual(0);
}

/** What fades out, such as a list that was chosen from, is there to be found until it has gone. */
async function nothingMoves(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter((it) => Number.isFinite(Number(it.effect?.getComputedTiming().endTime)));
    await Promise.all(ending.map((it) => it.finished.catch(() => it)));
  });
}

/** What can be pressed and is smaller than a thumb; the map's note of its source is only read. */
function tooSmall(page: Page, smallest: number): Promise<string[]> {
  return page.evaluate((least) => {
    const shown = [...document.querySelectorAll<HTMLElement>('a, button, label, input, summary')]
      .filter((it) => it.matches('label') === !!it.matches('.button, .choice'))
      .filter((it) => !it.closest('.ol-attribution, .skip') && !it.matches('.skip'))
      .filter((it) => !it.matches('input.visually-hidden, .choice input'))
      .filter((it) => it.offsetParent !== null);
    return shown
      .map((it) => ({ it, box: it.getBoundingClientRect() }))
      .filter(({ box }) => box.width < least || box.height < least)
      .map(({ it, box }) => `${it.outerHTML.slice(0, 90)} ${box.width}×${box.height}`);
  }, smallest);
}

/** Large type, as the switch on each page sets it. */
export async function inLargeType(page: Page): Promise<void> {
  await page.addInitScript(() => localStorage.setItem('linli.large-type', 'yes'));
}
