import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../core/clock.js';
import { logError } from '../core/log.js';
import { Reader } from '../core/reader.js';
import { Transactions, type Tx } from '../core/transaction.js';
import { signInRules } from './sign-in/sign-in-rules.js';

const tickMs = 15_000;
// Written at most this often for one sign-in: input comes many times a second.
const writeEveryMs = 60_000;
const atOnce = 250;
const writeListenersEveryMs = 5 * 60_000;

interface Kept {
  input: number;
  written: number;
  sockets: number;
}

/**
 * Knows when somebody last did something, and ends sign-ins whose time is over. While a sign-in has joined something
 * live it is written as seen without input too, until an hour has gone by since the last: so its idle time is an hour
 * there, on every server, with one rule for all.
 */
@Injectable()
export class KeptAlive implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly kept = new Map<string, Kept>();
  private timer: NodeJS.Timeout | undefined;
  private ticking: Promise<void> = Promise.resolve();

  constructor(
    private readonly reader: Reader,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.tick();
    this.timer = setInterval(() => {
      this.ticking = this.tick().catch((error: unknown) => void logError('sign-ins', error));
    }, tickMs);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.ticking;
  }

  /** Input over a socket. Only remembered: the next tick writes it, together with everybody else's. */
  acted(signInId: string): void {
    this.of(signInId).input = this.clock.now().getTime();
  }

  /** A socket of this sign-in has opened. */
  joined(signInId: string): void {
    const one = this.of(signInId);
    one.sockets += 1;
    one.input = this.clock.now().getTime();
  }

  /** A socket of this sign-in has closed. */
  left(signInId: string): void {
    const one = this.kept.get(signInId);
    if (one && one.sockets > 0) one.sockets -= 1;
  }

  /** Writes who is still there, and ends what is over: those who are idle, and those whose day has ended. */
  async tick(): Promise<void> {
    const now = this.clock.now().getTime();
    const alive: string[] = [];
    for (const [id, one] of this.kept) {
      const mayListen = now - one.input <= signInRules.idleWhileJoinedMs - signInRules.idleMs;
      const listening = one.sockets > 0 && mayListen && now - one.written >= writeListenersEveryMs;
      const acted = one.input > one.written && now - one.written >= writeEveryMs;
      if (acted || listening) {
        alive.push(id);
        one.written = now;
      }
      if (one.sockets === 0 && now - one.input > signInRules.idleMs) this.kept.delete(id);
    }
    if (alive.length) await this.transactions.run((tx) => this.write(tx, alive));
    if (await this.anyOver(this.reader)) await this.transactions.run((tx) => this.endOver(tx));
  }

  private async anyOver(at: Pick<Reader, 'query'>): Promise<boolean> {
    return (await at.query(`${over} LIMIT 1`, this.limits())).length > 0;
  }

  private async endOver(tx: Tx): Promise<void> {
    const rows = await tx.query<{ id: string; person_id: string }>(over, this.limits());
    for (const { id } of rows)
      await tx.run('UPDATE sign_in SET ended_at = $1 WHERE id = $2', [this.clock.at(), id]);
    if (rows.length) tx.touchAuthority(rows.map((row) => row.person_id));
  }

  private async write(tx: Tx, ids: readonly string[]): Promise<void> {
    for (let i = 0; i < ids.length; i += atOnce) {
      // Always as many places, the rest filled with the last: so there is one statement to prepare, not one per number.
      const some = ids.slice(i, i + atOnce);
      const filled = [...some, ...Array<string>(atOnce - some.length).fill(some.at(-1) as string)];
      await tx.run(update, [this.clock.at(), ...filled]);
    }
  }

  private limits(): string[] {
    return [this.clock.at(), new Date(this.clock.now().getTime() - signInRules.idleMs).toISOString()];
  }

  private of(signInId: string): Kept {
    const found = this.kept.get(signInId) ?? { input: 0, written: 0, sockets: 0 };
    this.kept.set(signInId, found);
    return found;
  }
}

const over = 'SELECT id, person_id FROM sign_in WHERE ended_at IS NULL AND (ends_at <= $1 OR seen_at <= $2)';
const places = Array.from({ length: atOnce }, (_, i) => `$${i + 2}`).join(', ');
const update = `UPDATE sign_in SET seen_at = $1 WHERE ended_at IS NULL AND id IN (${places})`;
