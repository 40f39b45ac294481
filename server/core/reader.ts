import { Inject, Injectable } from '@nestjs/common';
import type { Connection, Database } from './connection.js';
import { DATABASE } from './tokens.js';

/** Reads what is committed, on a connection that cannot write. */
@Injectable()
export class Reader implements Connection {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  query<T>(sql: string, params?: readonly unknown[]): Promise<T[]> {
    return this.database.reader.query<T>(sql, params);
  }

  run(sql: string, params?: readonly unknown[]): Promise<void> {
    return this.database.reader.run(sql, params);
  }
}
