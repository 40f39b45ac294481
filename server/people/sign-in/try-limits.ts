import { Refused } from '../../../shared/refusals.js';
import { Tries } from '../../core/http/tries.js';
import { signInRules } from './sign-in-rules.js';

/** Where a try comes from: the account as typed, the network address, and the device if it has signed in to that account before. */
export interface Try {
  account: string;
  address: string;
  knownDevice: string | null;
}

/**
 * How often somebody may be wrong. A device that has signed in to the account counts for itself, so nobody elsewhere
 * can lock its owner out; new devices count together, so guessing from many addresses gains nothing. All of it goes by
 * what was typed, never by whether there is such an account.
 */
export class TryLimits {
  private readonly devices = new Tries(signInRules.triesPerDevice);
  private readonly elsewhere = new Tries(signInRules.triesFromElsewhere);
  private readonly addresses = new Tries(signInRules.triesPerAddress);

  /** Takes a try, or refuses; what was taken is given back by `wasRight`. */
  take(attempt: Try, now: number): void {
    const free =
      this.addresses.take(attempt.address, now) &&
      this.devices.take(deviceKey(attempt), now) &&
      (attempt.knownDevice !== null || this.elsewhere.take(attempt.account, now));
    if (!free) throw new Refused('try-later');
  }

  /** The password was right: only wrong ones count. */
  wasRight(attempt: Try): void {
    this.addresses.giveBack(attempt.address);
    this.devices.clear(deviceKey(attempt));
    if (attempt.knownDevice === null) this.elsewhere.giveBack(attempt.account);
  }
}

function deviceKey({ account, address, knownDevice }: Try): string {
  return JSON.stringify(knownDevice ? [account, 'device', knownDevice] : [account, 'address', address]);
}
