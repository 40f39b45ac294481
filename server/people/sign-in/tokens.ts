import { createHmac, randomBytes } from 'node:crypto';

/** 256 random bits that stand for a sign-in, a device or an invitation. Only its hash is kept (core/sign-ins). */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Whether it has the form of a token; anything else is not even looked for. */
export function isToken(text: string | undefined): text is string {
  return text !== undefined && /^[A-Za-z0-9_-]{43}$/.test(text);
}

/**
 * The key to what waits on one device for one person: always the same for the pair, so that words written before a
 * sign-in ran out open again after the next, and never stored anywhere.
 */
export function outboxKey(key: Buffer, personId: string, device: string): string {
  return createHmac('sha256', key).update(`${personId}\n${device}`).digest('base64');
}
