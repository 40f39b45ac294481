import { randomBytes } from 'node:crypto';
import net from 'node:net';
import pg from 'pg';

/** A PostgreSQL database of a test's own, on the server that TEST_PG_URL names. */
export interface OwnDatabase {
  url: string;
  drop(): Promise<void>;
}

/** Makes one, or gives nothing when no PostgreSQL was named: then tests run on SQLite. */
export async function ownDatabase(): Promise<OwnDatabase | null> {
  const address = process.env['TEST_PG_URL'];
  if (!address) return null;
  const name = `council_${randomBytes(6).toString('hex')}`;
  await asOwner(address, `CREATE DATABASE ${name}`);
  const url = new URL(address);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asOwner(address, `DROP DATABASE ${name} WITH (FORCE)`) };
}

async function asOwner(address: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

/** A line to somewhere that can be cut and mended. */
export class Line {
  private readonly sockets = new Set<net.Socket>();
  private whole = true;
  private readonly server: net.Server;

  constructor(private readonly to: URL) {
    this.server = net.createServer((near) => {
      if (!this.whole) {
        near.destroy();
        return;
      }
      const far = net.connect(Number(this.to.port || 6379), this.to.hostname);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.sockets.add(one);
        one.pipe(other);
        one.on('error', () => other.destroy());
        one.on('close', () => this.sockets.delete(one));
      }
    });
  }

  async open(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    const url = new URL(this.to);
    url.hostname = '127.0.0.1';
    url.port = String((this.server.address() as net.AddressInfo).port);
    return url.href;
  }

  cut(): void {
    this.whole = false;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.whole = true;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((done) => this.server.close(done));
  }
}
