import type { CookieOptions, Response } from 'express';
import type { Config } from '../../config.js';
import { isToken } from '../../core/secrets.js';
import { cookieNames, isSecure as secure } from '../../core/sign-ins.js';
import { signInRules } from './sign-in-rules.js';

const deviceNames = { secure: '__Host-device', local: 'device' } as const;

function options(config: Config, maxAge: number): CookieOptions {
  return { httpOnly: true, secure: secure(config), sameSite: 'strict', path: '/', maxAge };
}

export function setSignIn(response: Response, config: Config, token: string): void {
  const name = secure(config) ? cookieNames.secure : cookieNames.local;
  response.cookie(name, token, options(config, signInRules.longestMs));
}

/** Signing out: the cookie goes, and whatever the browser kept of the pages with it. Kept words stay: they are still to be sent. */
export function clearSignIn(response: Response, config: Config): void {
  const name = secure(config) ? cookieNames.secure : cookieNames.local;
  response.cookie(name, '', options(config, 0));
  response.setHeader('Clear-Site-Data', '"cache"');
}

/** Marks the device, so that a stranger's wrong guesses never lock its owner out, and its kept words open again. */
export function setDevice(response: Response, config: Config, token: string): void {
  const name = secure(config) ? deviceNames.secure : deviceNames.local;
  response.cookie(name, token, options(config, signInRules.deviceDays * 86_400_000));
}

export function deviceIn(cookieHeader: string | undefined, config: Config): string | null {
  const name = secure(config) ? deviceNames.secure : deviceNames.local;
  for (const part of (cookieHeader ?? '').split(';')) {
    const at = part.indexOf('=');
    const value = part.slice(at + 1).trim();
    if (part.slice(0, at).trim() === name && isToken(value)) return value;
  }
  return null;
}
