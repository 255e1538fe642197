import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const LINLI = resolve(fileURLToPath(new URL('.', import.meta.url)), '../../../linli');
const READY_MILLIS = 120_000;
/** The demo loads its district first. */
const DEMO_MILLIS = 240_000;
const ENVIRONMENT = { ...process.env, LINLI_LANGUAGE: 'zh' };

/** A Linli of its own. */
export class Installation {
  private constructor(
    readonly url: string,
    /** Signs the administrator in, once. */
    readonly link: string,
    private readonly server: ChildProcess,
    private readonly data: string,
  ) {}

  /**
   * @param port any that is free, unless the settings name it
   * @param settings as in linli.yaml
   */
  static async empty(
    administrator: string,
    port = 0,
    settings: Record<string, string> = {},
  ): Promise<Installation> {
    const data = mkdtempSync(join(tmpdir(), 'linli-empty-'));
    const env = { ...ENVIRONMENT, SPRING_APPLICATION_JSON: JSON.stringify(settings) };
    const setUp = execFileSync(LINLI, ['setup', '--admin', administrator, '--data', data], {
      encoding: 'utf8',
      env,
    });
    const server = spawn(LINLI, ['serve', '--port', `${port}`, '--data', data], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env,
    });
    try {
      const url = await told(server, /http:\/\/localhost:\d+/);
      const link = /\/sign-in\S+/.exec(setUp)![0];
      return new Installation(url, url + link, server, data);
    } catch (failure) {
      server.kill();
      throw failure;
    }
  }

  /** One that holds the demo district, with a life of its own. */
  static async demo(settings: Record<string, string>): Promise<Installation> {
    const data = mkdtempSync(join(tmpdir(), 'linli-demo-'));
    const env = { ...ENVIRONMENT, SPRING_APPLICATION_JSON: JSON.stringify(settings) };
    const server = spawn(LINLI, ['demo', '--port', '0', '--data', data], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env,
    });
    try {
      return new Installation(
        await told(server, /http:\/\/localhost:\d+/, DEMO_MILLIS),
        '',
        server,
        data,
      );
    } catch (failure) {
      server.kill();
      throw failure;
    }
  }

  async stop(): Promise<void> {
    const ended = new Promise((end) => this.server.once('exit', end));
    this.server.kill();
    await ended;
    rmSync(this.data, { recursive: true });
  }
}

/** A port that nobody uses yet, for those who must say where they will be. */
export function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => found(port));
    });
  });
}

/** The first match in what a process says. */
function told(process: ChildProcess, pattern: RegExp, millis = READY_MILLIS): Promise<string> {
  return new Promise((found, failed) => {
    let said = '';
    const patience = setTimeout(() => failed(new Error(said)), millis);
    process.once('exit', () => failed(new Error(said)));
    for (const stream of [process.stdout, process.stderr]) {
      stream?.on('data', (chunk) => {
        said += chunk;
        const match = pattern.exec(said);
        if (!match) return;
        clearTimeout(patience);
        found(match[0]);
      });
    }
  });
}
