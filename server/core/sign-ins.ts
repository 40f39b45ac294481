import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config.js';
import { Clock } from './clock.js';
import type { Connection } from './connection.js';
import { Reader } from './reader.js';
import { sha256 } from './secrets.js';
import { CONFIG } from './tokens.js';

/** Over https; over plain http on this machine a browser refuses the prefix, so the same cookie goes without it. */
export const cookieNames = { secure: '__Host-sign-in', local: 'sign-in' } as const;

/** Whether browsers reach this server over https alone; only then do cookies carry `Secure` and its prefix. */
export function isSecure(config: Config): boolean {
  return config.origins.every((origin) => origin.startsWith('https:'));
}

/** A sign-in as it stands. */
export interface SignIn {
  signInId: string;
  personId: string;
  /** ISO instants. */
  seenAt: string;
  endsAt: string;
  confirmedUntil: string | null;
}

/** Without input for so long, a sign-in is over; whoever listens to something live is written as seen (people/kept-alive). */
export const idleMs = 15 * 60_000;

interface Row {
  id: string;
  person_id: string;
  seen_at: string;
  ends_at: string;
  confirmed_until: string | null;
}

const columns = 'SELECT id, person_id, seen_at, ends_at, confirmed_until FROM sign_in';

/** Who is behind a cookie. Only the hash of a token is stored; making and ending sign-ins belongs to people. */
@Injectable()
export class SignIns {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The sign-in of this Cookie header, or nothing when there is none, or it has ended. */
  async of(cookieHeader: string | undefined): Promise<SignIn | null> {
    const token = tokenIn(cookieHeader, isSecure(this.config) ? cookieNames.secure : cookieNames.local);
    if (!token) return null;
    const sql = `${columns} WHERE token_hash = $1 AND ended_at IS NULL`;
    const [row] = await this.reader.query<Row>(sql, [hashToken(token)]);
    return row && this.holds(row) ? signInOf(row) : null;
  }

  /** The same by its id, read where the caller reads: in a transaction, or by the reader. */
  async byId(at: Connection, signInId: string): Promise<SignIn | null> {
    const [row] = await at.query<Row>(`${columns} WHERE id = $1 AND ended_at IS NULL`, [signInId]);
    return row && this.holds(row) ? signInOf(row) : null;
  }

  private holds(row: Row): boolean {
    const idleSince = new Date(this.clock.now().getTime() - idleMs).toISOString();
    return row.ends_at > this.clock.at() && row.seen_at > idleSince;
  }
}

/** What is stored in place of a token. */
export function hashToken(token: string): string {
  return sha256(token);
}

function signInOf(row: Row): SignIn {
  return {
    signInId: row.id,
    personId: row.person_id,
    seenAt: row.seen_at,
    endsAt: row.ends_at,
    confirmedUntil: row.confirmed_until,
  };
}

// The one name that is set here: without the prefix, a neighbour's host could put a cookie of its own in front of ours.
function tokenIn(cookieHeader: string | undefined, name: string): string | null {
  for (const part of (cookieHeader ?? '').split(';')) {
    const at = part.indexOf('=');
    if (part.slice(0, at).trim() === name) return part.slice(at + 1).trim() || null;
  }
  return null;
}
