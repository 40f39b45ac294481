import { Injectable } from '@nestjs/common';
import type { CadencePolicy } from '../../shared/cadence/policy.js';

/** The cadence policies: none are made by hand yet. */
@Injectable()
export class Policies {
  async all(): Promise<CadencePolicy[]> {
    return [];
  }

  async for(_teamId: string, _on: string): Promise<Pick<CadencePolicy, 'interval'>[]> {
    return [{ interval: { every: 'days', n: 28 } }];
  }
}
