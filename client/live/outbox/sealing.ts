import { decode } from '../../../shared/live/prose.js';

/** What lies in the browser's storage: which key can read it, when it was put there, and ciphertext. */
export interface Sealed {
  /** Random, and tied into the ciphertext, so that records cannot be swapped. */
  recordId: string;
  /** Says which key reads it, without saying whose it is. */
  tag: string;
  /** Milliseconds by this device's clock: only for forgetting what no key can read any more. */
  at: number;
  /** Order within this browser. */
  n: number;
  /** The tab that sends it. */
  tab: string;
  iv: Uint8Array<ArrayBuffer>;
  box: Uint8Array<ArrayBuffer>;
}

/** The key of one person on one device. It lives in memory only and cannot be read out again. */
export interface OutboxKey {
  key: CryptoKey;
  tag: string;
}

// The length of a sentence says something about it, so every record is filled up to a multiple of this.
const padding = 256;

/** Takes the key the server gave, as base64 of 32 bytes. */
export async function outboxKey(base64: string): Promise<OutboxKey> {
  const bytes = decode(base64) as Uint8Array<ArrayBuffer>;
  const named = new Uint8Array([...new TextEncoder().encode('outbox tag '), ...bytes]);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', named));
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
  bytes.fill(0);
  named.fill(0);
  return { key, tag: [...digest.subarray(0, 12)].map((b) => b.toString(16).padStart(2, '0')).join('') };
}

/** Encrypts a value. The spaces it is filled up with mean nothing to JSON. */
export async function seal(
  { key, tag }: OutboxKey,
  recordId: string,
  value: unknown,
): Promise<{ iv: Uint8Array<ArrayBuffer>; box: Uint8Array<ArrayBuffer> }> {
  const json = new TextEncoder().encode(JSON.stringify(value));
  const filled = new Uint8Array(Math.ceil(json.length / padding) * padding).fill(0x20);
  filled.set(json);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const box = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: bound(recordId, tag) },
    key,
    filled,
  );
  filled.fill(0);
  return { iv, box: new Uint8Array(box) };
}

/** Decrypts a record, or gives undefined when this key does not read it. */
export async function unseal({ key, tag }: OutboxKey, sealed: Sealed): Promise<unknown> {
  if (sealed.tag !== tag) return undefined;
  try {
    const additionalData = bound(sealed.recordId, tag);
    const json = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: sealed.iv, additionalData },
      key,
      sealed.box,
    );
    return JSON.parse(new TextDecoder().decode(json));
  } catch {
    return undefined;
  }
}

function bound(recordId: string, tag: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${recordId} ${tag}`);
}
