import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config.js';
import { CONFIG } from './tokens.js';

const nonceBytes = 12;
const tagBytes = 16;

/** Keeps things unread: AES-256-GCM, bound to the place they are stored in, with keys derived from the one secret. */
@Injectable()
export class Secrets {
  private readonly keys = new Map<string, Buffer>();

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** A key for one purpose. Two purposes never share one. */
  key(purpose: string): Buffer {
    const known = this.keys.get(purpose);
    if (known) return known;
    const made = Buffer.from(
      hkdfSync('sha256', this.config.secretKey, '', `group-supervision ${purpose}`, 32),
    );
    this.keys.set(purpose, made);
    return made;
  }

  /** `place` says where it will stand ("entry discussion/… 12"): moved elsewhere, it does not open. */
  seal(plain: Buffer | string, place: string): Buffer {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', this.key('sealed'), nonce).setAAD(Buffer.from(place));
    const sealed = Buffer.concat([cipher.update(plain as Buffer), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  open(sealed: Buffer, place: string): Buffer {
    const nonce = sealed.subarray(0, nonceBytes);
    const decipher = createDecipheriv('aes-256-gcm', this.key('sealed'), nonce).setAAD(Buffer.from(place));
    decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
  }
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** 256 random bits that stand for a sign-in, a device, an invitation or a calendar. Only its hash is kept (core/sign-ins). */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Whether it has the form of a token; anything else is not even looked for. */
export function isToken(text: string | undefined): text is string {
  return text !== undefined && /^[A-Za-z0-9_-]{43}$/.test(text);
}
