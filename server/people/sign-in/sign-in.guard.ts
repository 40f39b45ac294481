import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { Refused } from '../../../shared/refusals.js';
import type { Config } from '../../config.js';
import { type Caller, holds, POLICY, type Policy } from '../../core/http/policy.js';
import { CONFIG } from '../../core/tokens.js';
import { Callers } from './callers.service.js';

const safe = ['GET', 'HEAD'];

/**
 * Stands before every route. A route without a policy is refused, whatever it does. Whatever changes something must
 * come from our own pages: no other site can set the header without the browser asking us first, and we never agree.
 */
@Injectable()
export class SignInGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly callers: Callers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    // Sockets are let in by the gateway's own handshake, and each change is judged where it is recorded.
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<Request & { caller?: Caller }>();
    const policy = this.reflector.get<Policy | undefined>(POLICY, context.getHandler());
    if (!policy) throw new Refused('not-found');
    if (!safe.includes(request.method)) this.mustBeOurs(request);
    if (policy.who === 'anybody') return true;
    const caller = await this.callers.of(
      request.headers.cookie,
      request.headers['x-by-itself'] !== undefined,
    );
    if (!caller) throw new Refused('signed-out');
    // What is for others does not exist: the same answer as for a mistyped address.
    if (policy.who === 'roles' && !holds(caller, policy.roles)) throw new Refused('not-found');
    request.caller = caller;
    return true;
  }

  private mustBeOurs(request: Request): void {
    const { origin } = request.headers;
    const known = origin === undefined || this.config.origins.includes(origin);
    if (!known || request.headers['x-requested-with'] !== 'group-supervision') throw new Refused('not-found');
  }
}
