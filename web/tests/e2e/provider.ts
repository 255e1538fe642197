import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import Provider, { type Asked } from 'oidc-provider';

export const CLIENT = 'linli';
const SECRET = 'as-long-as-the-secrets-that-providers-hand-out';
const PAGE = '/interaction/';

/** Where whoever is sent here says who they are, without a password. */
const FORM = `<!doctype html><meta charset="utf-8"><title>区统一登录</title><form method="post">
  <label>账号 <input name="account"></label>
  <label><input type="checkbox" name="second"> 两重验证</label>
  <button>登录</button></form>`;

/** A real OpenID provider, where everybody is who they say they are. */
export class OtherSystem {
  private constructor(
    readonly issuer: string,
    private readonly server: Server,
  ) {}

  /** Starts one that knows a client and sends its people back to this address. */
  static async start(back: string): Promise<OtherSystem> {
    const server = createServer();
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const provider = new Provider(issuer, configuration(back));
    const answer = provider.callback();
    server.on('request', (request, response) =>
      request.url!.startsWith(PAGE) && request.url!.split('/').length === 3
        ? introduce(provider, request, response)
        : answer(request, response),
    );
    return new OtherSystem(issuer, server);
  }

  /** What it gives its client. */
  get secret(): string {
    return SECRET;
  }

  /** Where it is reached. */
  get endpoint(): string {
    return new URL(this.issuer).host;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((end) => this.server.close(end));
  }
}

/** Says there who one is. */
export async function introduceOneself(page: Page, account: string, second: boolean) {
  await page.getByLabel('账号').fill(account);
  if (second) await page.getByLabel('两重验证').check();
  await page.getByRole('button', { name: '登录' }).click();
}

function configuration(back: string) {
  return {
    clients: [
      {
        client_id: CLIENT,
        client_secret: SECRET,
        redirect_uris: [back],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        require_auth_time: true,
      },
    ],
    claims: { openid: ['sub', 'amr'] },
    cookies: { keys: ['of no use to anybody'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => PAGE + uid },
    pkce: { required: () => true },
    findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id }) }),
    loadExistingGrant: granted,
  };
}

/** Nobody is asked whether their office may know who they are. */
async function granted({ oidc }: Asked) {
  const { accountId } = oidc.session;
  const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
}

async function introduce(provider: Provider, request: IncomingMessage, response: ServerResponse) {
  if (request.method === 'GET') {
    response.setHeader('Content-Type', 'text/html').end(FORM);
    return;
  }
  let body = '';
  for await (const chunk of request) body += chunk;
  const said = new URLSearchParams(body);
  const amr = said.has('second') ? ['pwd', 'otp'] : ['pwd'];
  await provider.interactionFinished(request, response, {
    login: { accountId: said.get('account')!, amr },
  });
}
