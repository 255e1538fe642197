import { get, post } from './api';

/** How one can sign in at this address, besides by link and by password. */
export interface Ways {
  passkeys: boolean;
  /** Where passkeys would work; null where no one address is set. */
  address: string | null;
  /** What people call the other system that they may sign in with; null for none. */
  provider: string | null;
}

/** Why no passkey can be made or shown here. */
export type Obstacle = 'address' | 'unencrypted' | 'browser';

interface Asked {
  challenge: string;
  domain: string;
  known: string[];
}

interface Wanted extends Asked {
  userHandle: string;
  accountId: string;
  accountName: string;
}

/** The person broke it off, or their device would not; nothing has been sent. */
export class PasskeyNotGiven extends Error {
  constructor(
    /** Whether the device has a passkey of this account already. */
    readonly known: boolean,
  ) {
    super('No passkey was given');
    this.name = 'PasskeyNotGiven';
  }
}

const WAITS_MILLIS = 5 * 60_000;
/** ES256, EdDSA and RS256, as COSE numbers them. */
const KINDS = [-7, -8, -257];

export function ways(): Promise<Ways> {
  return get<Ways>('/api/v1/session/ways');
}

/** What stands in the way of passkeys; nothing if they work here. */
export function obstacleTo({ passkeys }: Ways): Obstacle | undefined {
  if (!passkeys) return 'address';
  if (!isSecureContext) return 'unencrypted';
  return 'credentials' in navigator && 'PublicKeyCredential' in globalThis ? undefined : 'browser';
}

/** Has the device make a passkey for the person who is signed in. */
export async function makePasskey(name: string): Promise<void> {
  const wanted = await post<Wanted>('/api/v1/factors/passkeys/challenge', {});
  const made = await given<AuthenticatorAttestationResponse>(() =>
    navigator.credentials.create({
      publicKey: {
        challenge: bytesOf(wanted.challenge),
        rp: { id: wanted.domain, name: 'Linli 邻里' },
        user: {
          id: bytesOf(wanted.userHandle),
          name: wanted.accountId,
          displayName: wanted.accountName,
        },
        pubKeyCredParams: KINDS.map((alg) => ({ type: 'public-key', alg })),
        excludeCredentials: named(wanted.known),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        timeout: WAITS_MILLIS,
      },
    }),
  );
  await post('/api/v1/factors/passkeys', {
    name,
    clientData: textOf(made.response.clientDataJSON),
    attestation: textOf(made.response.attestationObject),
  });
}

/** Signs in as whoever's passkey the device shows. */
export async function signInByPasskey(): Promise<void> {
  await post('/api/v1/session/passkey', await shown());
}

/** Shows in a session that its person is still there. */
export async function showPasskey(): Promise<void> {
  await post('/api/v1/factors/passkeys/shown', await shown());
}

async function shown() {
  const asked = await post<Asked>('/api/v1/session/passkey/challenge', {});
  const { rawId, response } = await given<AuthenticatorAssertionResponse>(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: bytesOf(asked.challenge),
        rpId: asked.domain,
        allowCredentials: named(asked.known),
        userVerification: 'required',
        timeout: WAITS_MILLIS,
      },
    }),
  );
  return {
    credentialId: textOf(rawId),
    clientData: textOf(response.clientDataJSON),
    authenticatorData: textOf(response.authenticatorData),
    signature: textOf(response.signature),
    userHandle: response.userHandle ? textOf(response.userHandle) : null,
  };
}

async function given<R extends AuthenticatorResponse>(
  ask: () => Promise<Credential | null>,
): Promise<{ rawId: ArrayBuffer; response: R }> {
  try {
    const credential = (await ask()) as (PublicKeyCredential & { response: R }) | null;
    if (credential) return credential;
  } catch (failure) {
    if (!(failure instanceof DOMException)) throw failure;
    throw new PasskeyNotGiven(failure.name === 'InvalidStateError');
  }
  throw new PasskeyNotGiven(false);
}

function named(ids: string[]): PublicKeyCredentialDescriptor[] {
  return ids.map((id) => ({ type: 'public-key', id: bytesOf(id) }));
}

/** Base64url, as WebAuthn writes bytes. */
export function textOf(bytes: ArrayBuffer): string {
  const binary = String.fromCharCode(...new Uint8Array(bytes));
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}
