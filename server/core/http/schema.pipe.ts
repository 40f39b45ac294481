import { StandardSchemaValidationPipe } from '@nestjs/common';
import { type Refusal, Refused } from '../../../shared/refusals.js';

/** A refusal of what was sent, with a sentence for each field that could not be read, by its path. */
export class Unreadable extends Refused {
  override readonly refusal: Refusal & { fields: Readonly<Record<string, string>> };
  constructor(fields: Readonly<Record<string, string>>) {
    super('unreadable', 'Some of this could not be read. Look at the fields that are marked.');
    this.refusal = { code: 'unreadable', says: this.message, fields };
  }
}

/** Reads bodies, queries and parameters by the schema they name. */
export function schemaPipe(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({
    exceptionFactory: (issues) =>
      new Unreadable(
        Object.fromEntries(
          issues.map((issue) => [
            issue.path?.map((part) => String(typeof part === 'object' ? part.key : part)).join('.') ?? '',
            issue.message,
          ]),
        ),
      ),
  });
}
