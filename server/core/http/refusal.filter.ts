import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { Response } from 'express';
import { type Refusal, type RefusalCode, Refused, refusal } from '../../../shared/refusals.js';

/** A refusal of what was sent, with a sentence for each field that could not be read. */
export class Unreadable extends Refused {
  constructor(readonly fields: Readonly<Record<string, string>>) {
    super('unreadable');
  }
}

const statuses: Partial<Record<RefusalCode, number>> = {
  'signed-out': 401,
  'wrong-password': 401,
  'not-found': 404,
  'not-yours': 403,
  'manager-only': 403,
  'chair-only': 403,
  'confirm-first': 403,
  'try-later': 429,
  unreadable: 400,
  'too-long': 413,
  'password-too-short': 400,
  'password-too-common': 400,
  'bad-dates': 400,
  'cannot-save': 503,
};

/**
 * Turns a refusal into an answer with its sentence, and an error into one line in the log, never with content, under a
 * reference that the person also sees.
 */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  private readonly log = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    // A gateway answers through its acknowledgement; whatever reaches this place from there is not for HTTP.
    if (host.getType() !== 'http') throw error;
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) return void response.end();
    const no = refusalOf(error);
    response.setHeader('Cache-Control', 'no-store');
    if (no) {
      const fields = error instanceof Unreadable ? { fields: error.fields } : {};
      response.status(statuses[no.code] ?? 409).json({ ...no, ...fields });
      return;
    }
    const ref = crypto.randomUUID().slice(0, 8);
    this.log.error(`${ref} ${place(error)}`);
    response.status(500).json({ ...refusal('cannot-save', 'Something went wrong on our side.'), ref });
  }
}

function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refused) return error.refusal;
  const status = error instanceof HttpException ? error.getStatus() : (error as { status?: number }).status;
  if (status === 404 || status === 403) return refusal('not-found');
  if (status === 413) return refusal('too-long');
  return status !== undefined && status >= 400 && status < 500 ? refusal('unreadable') : null;
}

// Where it happened and of what sort, without the message: a database error may quote the row it was about.
function place(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  const { code } = error as { code?: string };
  return [`${error.name}${code ? ` ${code}` : ''}`, ...frames.slice(0, 8)].join('\n');
}
