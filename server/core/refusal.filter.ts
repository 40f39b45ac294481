import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { Response } from 'express';
import { type Refusal, type RefusalCode, Refused, refusal } from '../../shared/refusals.js';
import { logError } from './log.js';

const statuses: Partial<Record<RefusalCode, number>> = {
  'not-found': 404,
  'signed-out': 401,
  'confirm-first': 401,
  'wrong-password': 401,
  'not-yours': 403,
  'chair-only': 403,
  'pen-only': 403,
  'manager-only': 403,
  'own-chair': 403,
  'another-manager': 403,
  observer: 403,
  'try-later': 429,
  'too-fast': 429,
  unreadable: 400,
  'too-long': 413,
  'cannot-save': 503,
};

/** What somebody reads when the fault is ours: never what went wrong inside, only the reference to quote. */
export function ourFault(ref: string): { code: string; says: string; ref: string } {
  return { code: 'error', says: `Something went wrong on our side. If it happens again, quote ${ref}.`, ref };
}

/** The edge of HTTP: a refusal becomes a status and its sentence; anything else is ours, logged once with a reference. */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const refused = refusalIn(error);
    if (refused) response.status(statuses[refused.code] ?? 409).json(refused);
    else response.status(500).json(ourFault(logError('http', error)));
  }
}

function refusalIn(error: unknown): Refusal | null {
  if (error instanceof Refused) return error.refusal;
  const status =
    error instanceof HttpException ? error.getStatus() : (error as { status?: unknown } | null)?.status;
  if (typeof status !== 'number' || status >= 500) return null;
  if (status === 404 || status === 403 || status === 405) return refusal('not-found');
  if (status === 401) return refusal('signed-out');
  if (status === 413) return refusal('too-long');
  return status === 429 ? refusal('too-fast') : refusal('unreadable');
}
