import { post, put } from './api';
import { uuidv7 } from './uuid';

/**
 * Gives a write its operation id: the same as long as the write is the same and unanswered, so that
 * pressing the button again after a lost answer does it once. Once it is answered, the same words
 * are another write.
 */
export class OnceOnly {
  private last = '';
  private opId = '';

  post<T>(path: string, body: object): Promise<T> {
    return this.sent(post<T>, path, body);
  }

  put<T>(path: string, body: object): Promise<T> {
    return this.sent(put<T>, path, body);
  }

  private async sent<T>(
    send: (path: string, body: object) => Promise<T>,
    path: string,
    body: object,
  ): Promise<T> {
    const write = JSON.stringify([path, body]);
    if (write !== this.last) {
      this.last = write;
      this.opId = uuidv7();
    }
    const answer = await send(path, { opId: this.opId, ...body });
    this.last = '';
    return answer;
  }
}
