let lastMillis = 0;
let counter = 0;

/**
 * An operation id: RFC 9562 UUIDv7, increasing within one page. Not `crypto.randomUUID`, which a
 * page opened over plain http does not have.
 */
export function uuidv7(now = Date.now()): string {
  advance(now);
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(lastMillis / 2 ** (8 * (5 - i))) & 0xff;
  bytes[6] = 0x70 | (counter >> 8);
  bytes[7] = counter & 0xff;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}

function advance(now: number): void {
  if (now > lastMillis) {
    lastMillis = now;
    counter = crypto.getRandomValues(new Uint16Array(1))[0]! & 0x7ff;
    return;
  }
  counter = (counter + 1) & 0xfff;
  if (counter === 0) lastMillis++;
}
