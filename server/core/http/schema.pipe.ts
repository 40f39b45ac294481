import { StandardSchemaValidationPipe } from '@nestjs/common';
import { Unreadable } from './refusal.filter.js';

/** Reads bodies, queries and parameters by the schema they name, and says which field could not be read. */
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
