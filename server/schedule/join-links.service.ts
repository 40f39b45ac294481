import { Inject, Injectable } from '@nestjs/common';
import { Refused } from '../../shared/refusals.js';
import type { Config } from '../config.js';
import { CONFIG } from '../core/tokens.js';

/** Where a session's call may be: a link that anybody could have written leads people nowhere else. */
@Injectable()
export class JoinLinks {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** A link that is there already stays; a new one leads to an allowed host, over https, without a name or password in it. */
  mustBeAllowed(link: string, before = ''): void {
    if (link === '' || link === before) return;
    const url = URL.canParse(link) ? new URL(link) : null;
    const plain = url?.protocol === 'https:' && url.username === '' && url.password === '';
    if (url && plain && this.config.joinHosts.some((host) => isUnder(url.hostname, host))) return;
    throw new Refused(
      'link-refused',
      `A join link leads to one of these: ${this.config.joinHosts.join(', ')}. An administrator can have others added.`,
    );
  }
}

function isUnder(hostname: string, allowed: string): boolean {
  return allowed.startsWith('*.') ? hostname.endsWith(allowed.slice(1)) : hostname === allowed;
}
