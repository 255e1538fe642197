import { uuidv7 } from '@shared/uuid';

/**
 * Gives a write its operation id: the same as long as the write is the same, so that pressing the
 * button again after a lost answer does it once.
 */
export class OnceOnly {
  private last = '';
  private opId = '';

  with<T extends object>(body: T): T & { opId: string } {
    const written = JSON.stringify(body);
    if (written !== this.last) {
      this.last = written;
      this.opId = uuidv7();
    }
    return { opId: this.opId, ...body };
  }
}
