import {
  createServer,
  request,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/**
 * The line between a phone and the server, which tests cut and shake. The browser's own offline
 * switch does not bind service workers, and cannot lose an answer after the server has acted.
 */
export class Line {
  private server!: Server;
  private readonly sockets = new Set<Socket>();
  private isCut = false;
  private chance = 0;
  /** Writes that reached the server, and answers to them that were lost on the way back. */
  readonly seen = { writes: 0, lostBefore: 0, lostAfter: 0 };

  private constructor(private readonly target: URL) {}

  static async to(target: string): Promise<Line> {
    const line = new Line(new URL(target));
    line.server = createServer((from, back) => line.pass(from, back));
    line.server.on('connection', (socket) => {
      line.sockets.add(socket);
      socket.on('close', () => line.sockets.delete(socket));
    });
    await new Promise<void>((ready) => line.server.listen(0, '127.0.0.1', ready));
    return line;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  cut(): void {
    this.isCut = true;
    this.sockets.forEach((socket) => socket.destroy());
  }

  mend(): void {
    this.isCut = false;
  }

  /** From now on each write is lost with this chance before the server, and again after it. */
  shake(chance: number): void {
    this.chance = chance;
  }

  async close(): Promise<void> {
    this.sockets.forEach((socket) => socket.destroy());
    await new Promise((closed) => this.server.close(closed));
  }

  private pass(from: IncomingMessage, back: ServerResponse): void {
    const isWrite = from.method === 'POST' && from.url!.startsWith('/api/');
    if (this.isCut || (isWrite && this.isLost())) {
      if (!this.isCut) this.seen.lostBefore++;
      from.socket.destroy();
      return;
    }
    if (isWrite) this.seen.writes++;
    const loseAnswer = isWrite && this.isLost();
    const on = request(
      {
        host: this.target.hostname,
        port: this.target.port,
        path: from.url,
        method: from.method,
        headers: from.headers,
      },
      (answer) => {
        if (loseAnswer) {
          this.seen.lostAfter++;
          answer.resume();
          answer.on('end', () => from.socket.destroy());
          return;
        }
        back.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(back);
      },
    );
    on.on('error', () => from.socket.destroy());
    from.pipe(on);
  }

  private isLost(): boolean {
    return Math.random() < this.chance;
  }
}
