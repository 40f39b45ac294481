import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { MessagesPage } from '../../shared/messages/outbox.js';
import { type Colleague, CouncilByHand, password } from '../../test/support/by-hand.js';
import { Browser } from '../../test/support/http-server.js';
import { MailServer } from '../../test/support/mail.js';
import { Transactions } from '../core/transaction.js';
import { Outbox } from './outbox.service.js';
import { Sender } from './sender.service.js';

const minute = 60_000;

describe('messages on their way out', () => {
  const mail = new MailServer();
  let council: CouncilByHand;
  let priya: Colleague;
  let dean: Colleague;

  beforeAll(async () => {
    council = await CouncilByHand.open({
      smtpUrl: await mail.open(),
      mailFrom: 'supervision@wrenshire.example',
    });
    priya = await council.person('Priya Raman', 'social-work');
    dean = await council.person('Dean Marlow', 'recovery');
  });
  afterAll(async () => {
    await council?.stop();
    await mail.close();
  });
  beforeEach(async () => {
    await sends();
    mail.mails.length = 0;
    mail.refuses = () => null;
    mail.holds = Promise.resolve();
    mail.mostAtOnce = 0;
  });

  const sends = () => council.server.app.get(Sender).send();
  const transactions = () => council.server.app.get(Transactions);
  function writes(to: Colleague, key: string, subject = key): Promise<void> {
    return transactions().run((tx) =>
      council.server.app
        .get(Outbox)
        .write(tx, { key, personId: to.id, words: { kind: 'test', subject, body: `${subject}\n` } }),
    );
  }
  /** The administrator at their device: anew each time, because the clock runs on by hours. */
  async function admin(): Promise<Browser> {
    const browser = new Browser(council.server.url);
    await browser.post('/api/sign-in', { email: 'olu@wrenshire.example', password });
    return browser;
  }
  const page = async (status: string): Promise<MessagesPage> =>
    (await (await admin()).get<MessagesPage>(`/api/messages?status=${status}`)).body;
  const subjects = () => mail.mails.map((one) => one.headers.get('subject'));

  it('Priya gets what was committed, once, in the order in which it was written, one at a time', async () => {
    let letGo = () => {};
    mail.holds = new Promise((done) => {
      letGo = done;
    });
    for (const n of [1, 2, 3]) {
      await writes(priya, `order ${n}`);
      council.server.clock.passes(1);
    }
    await writes(dean, 'for Dean');
    const never = transactions().run(async (tx) => {
      await council.server.app
        .get(Outbox)
        .write(tx, { key: 'never', personId: priya.id, words: { kind: 'test', subject: 'never', body: '' } });
      throw new Error('taken back');
    });
    await expect(never).rejects.toThrow('taken back');
    await writes(priya, 'order 3');
    const sending = sends();
    await new Promise((later) => setTimeout(later, 300));
    expect(mail.mails).toEqual([]);
    letGo();
    await sending;
    await sends();
    const hers = mail.mails.filter(({ to }) => to.includes('priya.raman@wrenshire.example'));
    expect(hers.map((one) => one.headers.get('subject'))).toEqual(['order 1', 'order 2', 'order 3']);
    expect(subjects()).toHaveLength(4);
    expect(mail.mostAtOnce).toBe(1);
  });

  it('a mail server that says later is asked again with the same Message-ID, and the administrator sees a code and no words', async () => {
    const ids: (string | undefined)[] = [];
    let tries = 0;
    mail.refuses = (address) => {
      tries += 1;
      return tries < 3 ? Object.assign(new Error(`${address} is busy`), { responseCode: 450 }) : null;
    };
    await writes(priya, 'again');
    await sends();
    const waiting = (await page('waiting')).messages.find(({ subject }) => subject === 'again');
    expect(waiting).toMatchObject({ attempts: 1, personName: 'Priya Raman' });
    expect(waiting?.trouble).toContain('450');
    expect(waiting?.trouble).not.toContain('@');
    await sends();
    expect(tries).toBe(1);
    for (const pass of [1, 2]) {
      council.server.clock.passes(pass * minute);
      await sends();
    }
    ids.push(mail.mails[0]?.headers.get('message-id'));
    expect([tries, ids[0]]).toEqual([3, `<${waiting?.messageId}@wrenshire.example>`]);
    expect((await page('sent')).messages.find(({ subject }) => subject === 'again')).toMatchObject({
      trouble: null,
    });
  });

  it('after a day it is given up with a trace, and goes when an administrator asks for it again', async () => {
    mail.refuses = () => Object.assign(new Error('no such user'), { responseCode: 550 });
    await writes(dean, 'given up');
    for (let i = 0; i < 60; i++) {
      await sends();
      council.server.clock.passes(30 * minute);
    }
    const { messages, counts } = await page('given-up');
    expect(messages).toMatchObject([{ subject: 'given up', attempts: 11 }]);
    expect(messages[0]?.trouble).toContain('550');
    expect(counts['given-up']).toBe(1);
    mail.refuses = () => null;
    expect((await (await admin()).post(`/api/messages/${messages[0]?.messageId}/again`)).status).toBe(201);
    await sends();
    expect(subjects()).toEqual(['given up']);
  });

  it('what a server had in hand when it died is sent by the next, after a while', async () => {
    await transactions().run((tx) =>
      tx.run(
        `INSERT INTO message (id, key, person_id, kind, subject, body, status, attempts, next_at, made_at)
         VALUES ($1, 'died', $2, 'test', 'died', '', 'sending', 1, $3, $4)`,
        [
          crypto.randomUUID(),
          priya.id,
          new Date(council.server.clock.now().getTime() + 5 * minute).toISOString(),
          council.server.clock.at(),
        ],
      ),
    );
    await sends();
    expect(mail.mails).toEqual([]);
    council.server.clock.passes(5 * minute);
    await sends();
    expect(subjects()).toEqual(['died']);
  });

  it('somebody who has left is sent nothing', async () => {
    await writes(dean, 'too late');
    await transactions().run((tx) =>
      tx.run(`UPDATE person SET ended_on = '2026-03-01' WHERE id = $1`, [dean.id]),
    );
    await writes(dean, 'much too late');
    await sends();
    expect(subjects()).not.toContain('much too late');
  });
});
