import { createHmac } from 'node:crypto';

/**
 * The key to what waits on one device for one person: always the same for the pair, so that words written before a
 * sign-in ran out open again after the next, and never stored anywhere.
 */
export function outboxKey(key: Buffer, personId: string, device: string): string {
  return createHmac('sha256', key).update(`${personId}\n${device}`).digest('base64');
}
