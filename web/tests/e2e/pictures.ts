import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** Where the pictures of the README are put, if they are wanted: docs/pictures. */
export const PICTURES = process.env.LINLI_PICTURES;

export async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}
