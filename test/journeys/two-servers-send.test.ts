import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Outbox } from '../../server/messages/outbox.service.js';
import { Sender } from '../../server/messages/sender.service.js';
import { type Council, openCouncil } from '../support/council.js';
import { MailServer } from '../support/mail.js';

jest.setTimeout(60_000);

if (process.env['TEST_PG_URL'])
  describe('two servers with one outbox', () => {
    const mail = new MailServer();
    let council: Council;
    beforeAll(async () => {
      council = await openCouncil({ smtpUrl: await mail.open(), mailFrom: 'supervision@wrenshire.example' });
      await council.start();
    });
    afterAll(async () => {
      await council?.close();
      await mail.close();
    });

    it('each message goes once, and to one person one at a time and in order', async () => {
      const people = ['amina', 'claire', 'dean'];
      for (const name of people) {
        const personId = await council.employs({ name, discipline: 'recovery' });
        await council.write(async (tx) => {
          await tx.run('UPDATE person SET email = $2 WHERE id = $1', [personId, `${name}@wrenshire.example`]);
          for (let i = 0; i < 15; i++) {
            const words = { kind: 'test', subject: `${name} ${i}`, body: '' };
            const outbox = council.server.app.get(Outbox, { strict: false });
            await outbox.write(tx, { key: `${name} ${i}`, personId, words });
            council.clock.passes(1);
          }
        });
      }
      await Promise.all(council.servers.map(({ app }) => app.get(Sender, { strict: false }).send()));
      await council.until(async () => mail.mails.length >= 45);
      const subjects = mail.mails.map(({ headers }) => headers.get('subject') ?? '');
      for (const name of people)
        expect(subjects.filter((one) => one.startsWith(name))).toEqual(
          Array.from({ length: 15 }, (_, i) => `${name} ${i}`),
        );
      expect(mail.mostAtOnce).toBe(1);
      const left = await council.reader.query(`SELECT 1 FROM message WHERE status <> 'sent'`);
      expect(left).toEqual([]);
    });
  });
else
  describe('two servers with one outbox', () => {
    it('share nothing on SQLite: one process writes there, and the outbox is its own', async () => {
      const council = await openCouncil();
      await expect(council.start()).rejects.toThrow('in use by another server');
      await council.close();
    });
  });
