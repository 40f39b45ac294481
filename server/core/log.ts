import { randomBytes } from 'node:crypto';
import type { LoggerService } from '@nestjs/common';

/**
 * One JSON line for each thing worth knowing, made of names and numbers. Never a body, a query or an error's message:
 * a database puts the words it was given into its messages.
 */
export function tellLog(
  level: 'info' | 'warn' | 'error',
  what: string,
  facts: Record<string, string | number> = {},
): void {
  const line = JSON.stringify({ at: new Date().toISOString(), level, what, ...facts });
  if (level === 'info') console.log(line);
  else console.error(line);
}

/** Logs an error of ours once and gives the reference that the person sees too. */
export function logError(where: string, error: unknown): string {
  const ref = randomBytes(4).toString('hex');
  const { name, code, stack } = (error instanceof Error ? error : new Error()) as Error & { code?: unknown };
  const frames = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  tellLog('error', where, {
    ref,
    name,
    ...(code === undefined ? {} : { code: String(code) }),
    frames: frames
      .slice(0, 8)
      .map((line) => line.trim().replace(/^at /, ''))
      .join(' | '),
  });
  return ref;
}

/** Nest's own words, reduced: warnings and errors only, since the start is told by main. */
export class NestLog implements LoggerService {
  log(): void {}
  warn(message: unknown, context?: unknown): void {
    tellLog('warn', 'nest', { context: String(context ?? ''), says: String(message).slice(0, 200) });
  }
  error(message: unknown, ...rest: unknown[]): void {
    // A start that failed is thrown on, and told by main.
    if (rest.at(-1) === 'ExceptionHandler') return;
    tellLog('error', 'nest', { context: String(rest.at(-1) ?? ''), says: String(message).slice(0, 200) });
  }
}
