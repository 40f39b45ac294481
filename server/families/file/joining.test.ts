import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type HttpServer, startHttpServer } from '../../../test/support/http-server.js';
import { ToldFamilies } from '../../../test/support/told-families.js';
import { Transactions } from '../../core/transaction.js';
import { joinsOn, mustBeInOrder } from './joining.js';

describe('a child whom a social worker adds without a day', () => {
  let server: HttpServer;
  beforeAll(async () => {
    server = await startHttpServer();
  });
  afterAll(() => server?.stop());

  it('was there from the first on the day the file was opened, and joins on any later day', async () => {
    await server.app.get(Transactions).run(async (tx) => {
      const of = new ToldFamilies(tx, '2026-03-10T09:00:00.000Z');
      const doyle = await of.family('Doyle', await of.team('Northgate'), '2025-09-01');
      expect(await joinsOn(tx, doyle, '2026-03-10')).toBeNull();
      expect(await joinsOn(tx, doyle, '2026-06-01')).toBe('2026-06-01');
    });
  });

  it('cannot join on a day ahead, or after leaving', () => {
    expect(() => mustBeInOrder('2026-03-11', null, '2026-03-10')).toThrow();
    expect(() => mustBeInOrder('2026-03-01', '2026-02-01', '2026-03-10')).toThrow();
    expect(() => mustBeInOrder('2026-03-01', '2026-03-10', '2026-03-10')).not.toThrow();
  });
});
