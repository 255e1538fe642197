import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const LINLI = resolve(fileURLToPath(new URL('.', import.meta.url)), '../../../linli');
const READY_MILLIS = 120_000;
const ENVIRONMENT = { ...process.env, LINLI_LANGUAGE: 'zh' };

/** A Linli of its own that holds nothing but its first administrator. */
export class Installation {
  private constructor(
    readonly url: string,
    /** Signs the administrator in, once. */
    readonly link: string,
    private readonly server: ChildProcess,
    private readonly data: string,
  ) {}

  static async empty(administrator: string): Promise<Installation> {
    const data = mkdtempSync(join(tmpdir(), 'linli-empty-'));
    const setUp = execFileSync(LINLI, ['setup', '--admin', administrator, '--data', data], {
      encoding: 'utf8',
      env: ENVIRONMENT,
    });
    const server = spawn(LINLI, ['serve', '--port', '0', '--data', data], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: ENVIRONMENT,
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

  async stop(): Promise<void> {
    const ended = new Promise((end) => this.server.once('exit', end));
    this.server.kill();
    await ended;
    rmSync(this.data, { recursive: true });
  }
}

/** The first match in what a process says. */
function told(process: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((found, failed) => {
    let said = '';
    const patience = setTimeout(() => failed(new Error(said)), READY_MILLIS);
    process.once('exit', () => failed(new Error(said)));
    process.stderr!.on('data', (chunk) => {
      said += chunk;
      const match = pattern.exec(said);
      if (!match) return;
      clearTimeout(patience);
      found(match[0]);
    });
  });
}
