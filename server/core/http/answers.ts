import {
  type CallHandler,
  type CustomDecorator,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';
import type { z } from 'zod';

/** The metadata under which a route says what it answers. */
export const ANSWERS = 'answers';

/** An answer that was held to its schema where it was made, as JSON. */
export class Checked {
  constructor(readonly json: string) {}
}

/** What a route answers, for the description of the interface and as its last wall. */
export function Answers(schema: z.ZodType): CustomDecorator {
  return SetMetadata(ANSWERS, schema);
}

/**
 * Sends only what the route's schema names: a column added to a query never leaves the server by accident.
 * Nothing that is answered may be kept by a browser or on the way.
 */
@Injectable()
export class AnswersInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const response = context.switchToHttp().getResponse<Response>();
    response.setHeader('Cache-Control', 'no-store');
    const schema = this.reflector.get<z.ZodType | undefined>(ANSWERS, context.getHandler());
    if (!schema) return next.handle();
    const last = (answer: unknown): unknown => {
      if (!(answer instanceof Checked)) return schema.parse(answer);
      response.type('json');
      return answer.json;
    };
    return next.handle().pipe(map(last));
  }
}
