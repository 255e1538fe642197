import {
  expect,
  type APIRequestContext,
  type APIResponse,
  type Browser,
  type BrowserContext,
  type Page,
} from '@playwright/test';
import { boundsOf, cellAround } from '../../src/shared/place/geometry';
import { uuidv7 } from '../../src/shared/uuid';
import type { CaseDetail, CasePage, CellCollection, Position } from '../../src/shared/wire';

export const SERVER = process.env.LINLI_URL ?? 'http://localhost:8080';
export const PHONE = { width: 390, height: 844 };

/** What the demo server says about the person one became. */
export interface Persona {
  name: string;
  areaCode: string;
  unitCode: string | null;
}

/** Becomes somebody of the demo district; the cookie stays in the context. */
export async function become(context: BrowserContext, key: string, at = SERVER): Promise<Persona> {
  const answer = await context.request.post(`${at}/api/v1/demo/sign-in`, {
    data: { persona: key },
    headers: { 'X-Linli': '1' },
  });
  expect(answer.status()).toBe(201);
  const demo = await (await context.request.get(`${at}/api/v1/demo`)).json();
  return demo.personas.find((persona: { key: string }) => persona.key === key);
}

/** An act of its own, as the pages of this server send it. */
export function act(request: APIRequestContext, path: string, data: object): Promise<APIResponse> {
  return send(request, 'POST', path, { opId: uuidv7(), ...data });
}

/** A request that changes something, as the pages of this server send it. */
export async function send(
  request: APIRequestContext,
  method: string,
  path: string,
  data: object,
): Promise<APIResponse> {
  const answer = await request.fetch(`${SERVER}${path}`, {
    method,
    data,
    headers: { 'X-Linli': '1' },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return answer;
}

/** Takes a step with a case as it stands now. */
export async function step(
  request: APIRequestContext,
  caseNo: string,
  name: string,
  more: object = {},
): Promise<void> {
  const { version } = await (await request.get(`${SERVER}/api/v1/cases/${caseNo}`)).json();
  await act(request, `/api/v1/cases/${caseNo}/steps`, { step: name, version, ...more });
}

/** Somebody new with a post, at a page of their own: by the link an administrator gives them. */
export async function newcomer(browser: Browser, post: object): Promise<Page> {
  const admin = await browser.newContext();
  await become(admin, 'admin');
  const mark = newMark();
  const account = { id: `staff:${mark}`, name: `新${mark}`, posts: [post] };
  await act(admin.request, '/api/v1/accounts', account);
  const made = await act(admin.request, `/api/v1/accounts/${account.id}/sign-in-link`, {});
  const { link } = await made.json();
  const context = await browser.newContext();
  const code = new URL(link, SERVER).searchParams.get('code');
  await send(context.request, 'POST', '/api/v1/session', { code });
  return context.newPage();
}

/** A spot inside a cell. */
export async function spotIn(
  request: APIRequestContext,
  cellCode: string,
  at = SERVER,
): Promise<Position> {
  const answer = await request.get(`${at}/api/v1/cells?area=${cellCode}`);
  const { features } = (await answer.json()) as CellCollection;
  const [w, s, e, n] = boundsOf(features)!;
  for (let row = 1; row < 10; row++) {
    for (let column = 1; column < 10; column++) {
      const point: Position = [w + ((e - w) * column) / 10, s + ((n - s) * row) / 10];
      if (cellAround(point, features)) return point;
    }
  }
  throw new Error(`No spot found in cell ${cellCode}`);
}

/** The cases whose text holds a mark, as the signed-in person sees them. */
export async function casesWith(request: APIRequestContext, mark: string): Promise<CaseDetail[]> {
  const answer = await request.get(`${SERVER}/api/v1/cases`, {
    params: { text: mark, limit: 50 },
  });
  expect(answer.status()).toBe(200);
  const { items } = (await answer.json()) as CasePage;
  return Promise.all(
    items.map(async ({ caseNo }) => (await request.get(`${SERVER}/api/v1/cases/${caseNo}`)).json()),
  );
}

/** Text that no other run has written. */
export function newMark(): string {
  return `记号${Date.now().toString(36)}${Math.floor(Math.random() * 1e6).toString(36)}`;
}

/** A photo as a camera would make it, drawn by the browser. */
export async function photo(page: Page, hue: number): Promise<Buffer> {
  const base64 = await page.evaluate((colour) => {
    const canvas = document.createElement('canvas');
    canvas.width = 2400;
    canvas.height = 1800;
    const brush = canvas.getContext('2d')!;
    for (let i = 0; i < 400; i++) {
      brush.fillStyle = `hsl(${colour + i} 60% ${20 + (i % 60)}%)`;
      brush.fillRect((i * 97) % 2300, (i * 61) % 1700, 180, 140);
    }
    return canvas.toDataURL('image/jpeg', 0.95).split(',')[1]!;
  }, hue);
  return Buffer.from(base64, 'base64');
}
