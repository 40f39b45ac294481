import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** How much one person may ask of the server; a bench prints what it ran with. */
export interface Budgets {
  /** Messages with changes a second, on the long run, and at once. */
  changesPerSecond: number;
  changesAtOnce: number;
  /** Connections one person may hold: laptop, phone, hub screen, and a tab too many. */
  socketsPerPerson: number;
  /** Bytes or packets that may wait for a reader that is too slow, before it is dropped to come back. */
  waitingBytes: number;
  waitingPackets: number;
}

export interface Config {
  host: string;
  port: number;
  /** Holds the SQLite file, the lock and the key. */
  dataDir: string;
  databaseUrl: string | null;
  redisUrl: string | null;
  /** Exactly these may open a socket or change anything over HTTP. */
  origins: readonly string[];
  /** 32 bytes or more: encrypts what is sealed, and is the root of every derived key. */
  secretKey: Buffer;
  councilName: string;
  /** The hosts that a session's join link may lead to; `*.` before one lets in everything under it. */
  joinHosts: readonly string[];
  /** The address under which people open the product: what links in messages and calendars begin with. */
  publicUrl: string;
  /** Where messages are handed over to be sent; without it they wait. */
  smtpUrl: string | null;
  /** Whom messages and calendar entries come from: a bare e-mail address. */
  mailFrom: string;
  /** Sign-ins that one person may have at a time; the oldest ends when another begins. */
  signInsPerPerson: number;
  /** Proxies in front whose word about where a request came from is taken. */
  trustedProxies: number;
  budgets: Budgets;
  /** Whether the audit counts in a process of its own. From the sources it counts in the server's own. */
  countsApart: boolean;
  /** Where the built pages are. */
  clientDir: string;
}

/** A start that cannot go ahead; its sentence names the variable. */
export class BadConfig extends Error {}

const built = !import.meta.url.endsWith('.ts');

type Environment = Readonly<Record<string, string | undefined>>;

/** The configuration that the environment gives. Throws BadConfig with one sentence that names the variable. */
export function readConfig(env: Environment = process.env): Config {
  const port = whole(env, 'PORT', 3000, 0, 65_535);
  const dataDir = path.resolve(env['DATA_DIR'] || 'data');
  const openedAt = origins(env, port);
  const publicUrl = publicAddress(env, openedAt);
  const smtpUrl = address(env, 'SMTP_URL', ['smtp:', 'smtps:']);
  return {
    host: env['HOST'] || '127.0.0.1',
    port,
    dataDir,
    databaseUrl: address(env, 'DATABASE_URL', ['postgres:', 'postgresql:']),
    redisUrl: address(env, 'REDIS_URL', ['redis:', 'rediss:']),
    origins: openedAt,
    secretKey: secretKey(env, dataDir),
    councilName: env['COUNCIL_NAME'] || 'Group supervision',
    joinHosts: joinHosts(env),
    publicUrl,
    smtpUrl,
    mailFrom: mailFrom(env, smtpUrl, publicUrl),
    signInsPerPerson: whole(env, 'SIGN_INS_PER_PERSON', 3, 1, 1000),
    trustedProxies: whole(env, 'TRUSTED_PROXIES', 0, 0, 10),
    budgets: {
      changesPerSecond: whole(env, 'CHANGES_PER_SECOND', 20, 1, 1_000_000),
      changesAtOnce: whole(env, 'CHANGES_AT_ONCE', 60, 1, 1_000_000),
      socketsPerPerson: whole(env, 'SOCKETS_PER_PERSON', 8, 1, 10_000),
      waitingBytes: 1_000_000,
      waitingPackets: 200,
    },
    countsApart: built,
    clientDir: fileURLToPath(new URL(built ? '../client' : '../dist/client', import.meta.url)),
  };
}

function whole(env: Environment, name: string, usual: number, least: number, most: number): number {
  const text = env[name];
  if (!text) return usual;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new BadConfig(`${name} must be a whole number from ${least} to ${most}; it is “${text}”.`);
  return value;
}

function address(env: Environment, name: string, schemes: readonly string[]): string | null {
  const text = env[name];
  if (!text) return null;
  // The text itself may hold a password, so the message does not repeat it.
  if (!URL.canParse(text) || !schemes.includes(new URL(text).protocol))
    throw new BadConfig(`${name} must be an address that begins with ${schemes[0]}//.`);
  return text;
}

function origins(env: Environment, port: number): readonly string[] {
  const text = env['ORIGINS'];
  if (!text) return [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
  return text.split(',').map((part) => {
    const one = part.trim();
    if (!URL.canParse(one) || new URL(one).origin !== one)
      throw new BadConfig(
        `ORIGINS must be addresses like https://supervision.example.gov.uk with commas between; “${one}” is not.`,
      );
    return one;
  });
}

/** The call services that councils and their partners use, and (for trying the product) names that lead nowhere. */
const usualJoinHosts =
  'teams.microsoft.com, teams.live.com, *.zoom.us, meet.google.com, *.webex.com, *.example';

function joinHosts(env: Environment): readonly string[] {
  return (env['JOIN_HOSTS'] || usualJoinHosts).split(',').map((part) => {
    const host = part.trim().toLowerCase();
    if (!/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(host))
      throw new BadConfig(
        `JOIN_HOSTS must be hosts like teams.microsoft.com or *.zoom.us with commas between; “${host}” is not.`,
      );
    return host;
  });
}

/** Links must lead to where people may sign in, so it is one of the origins. */
function publicAddress(env: Environment, openedAt: readonly string[]): string {
  const text = env['PUBLIC_URL'];
  if (!text) return openedAt[0] as string;
  if (!openedAt.includes(text))
    throw new BadConfig(`PUBLIC_URL must be one of the addresses in ORIGINS; “${text}” is not.`);
  return text;
}

/** Calendar programs take an invitation only from the address that sent it, so there is one for both. */
function mailFrom(env: Environment, smtpUrl: string | null, publicUrl: string): string {
  const text = env['MAIL_FROM'];
  if (!text) {
    if (smtpUrl) throw new BadConfig('MAIL_FROM is missing. Messages need an address that they come from.');
    return `supervision@${new URL(publicUrl).hostname}`;
  }
  if (!/^[^\s@<>"(),:;]+@[^\s@<>"(),:;]+$/.test(text))
    throw new BadConfig(`MAIL_FROM must be an e-mail address and nothing else; “${text}” is not.`);
  return text;
}

/** From the environment, or made once and kept in the data directory for this system user alone. */
function secretKey(env: Environment, dataDir: string): Buffer {
  const given = env['SECRET_KEY'];
  if (given) return longEnough(Buffer.from(given, 'base64'), 'SECRET_KEY');
  if (env['DATABASE_URL'] && env['REDIS_URL'])
    throw new BadConfig('SECRET_KEY is missing. Servers that share a database need the same one.');
  const file = path.join(dataDir, 'secret.key');
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    if (!existsSync(file))
      writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
    chmodSync(file, 0o600);
  } catch {
    throw new BadConfig(`DATA_DIR must be a directory that can be written in; “${dataDir}” is not.`);
  }
  return longEnough(Buffer.from(readFileSync(file, 'utf8').trim(), 'base64'), `The key in ${file}`);
}

function longEnough(key: Buffer, name: string): Buffer {
  if (key.length < 32) throw new BadConfig(`${name} must be at least 32 bytes, written as base64.`);
  return key;
}
