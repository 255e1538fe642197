import { uuidv7 } from '@shared/uuid';
import { signWith } from '@shared/signedFetch';
import { keepSetting, setting } from './db';

/** The key that makes this phone this phone: it can sign, and nobody can take it out. */
const KEY = 'device-key';

let behindMillis = 0;

/** Whether this page may hold a key at all: browsers allow it over HTTPS and on the machine itself. */
export const canHoldKey = typeof crypto !== 'undefined' && !!crypto.subtle;

/** Makes a new key, for a phone that is about to be enrolled. */
export async function makeKey(): Promise<void> {
  const kind = { name: 'ECDSA', namedCurve: 'P-256' };
  await keepSetting(KEY, await crypto.subtle.generateKey(kind, false, ['sign']));
}

export async function hasKey(): Promise<boolean> {
  return (await setting<CryptoKeyPair>(KEY)) !== undefined;
}

async function proof(method: string, url: string): Promise<string | undefined> {
  const keys = canHoldKey ? await setting<CryptoKeyPair>(KEY) : undefined;
  if (!keys) return undefined;
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', keys.publicKey);
  const head = { typ: 'dpop+jwt', alg: 'ES256', jwk: { kty, crv, x, y } };
  const iat = Math.floor((Date.now() + behindMillis) / 1000);
  const said = `${inBase64(head)}.${inBase64({ jti: uuidv7(), htm: method, htu: url, iat })}`;
  const way = { name: 'ECDSA', hash: 'SHA-256' };
  const bytes = await crypto.subtle.sign(way, keys.privateKey, new TextEncoder().encode(said));
  return `${said}.${encoded(new Uint8Array(bytes))}`;
}

function learn(serverNow: string): void {
  behindMillis = Date.parse(serverNow) - Date.now();
}

signWith({ proof, learn });

function inBase64(value: unknown): string {
  return encoded(new TextEncoder().encode(JSON.stringify(value)));
}

function encoded(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
