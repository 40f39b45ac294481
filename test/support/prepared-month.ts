import { randomUUID } from 'node:crypto';
import { Packing } from '../../server/audit/packs/packing.service.js';
import { Jobs } from '../../server/core/jobs/jobs.js';
import { Reader } from '../../server/core/reader.js';
import { Transactions, type Tx } from '../../server/core/transaction.js';
import { Record } from '../../server/live/record.js';
import { SessionInvitations } from '../../server/messages/invitations.service.js';
import { Sender } from '../../server/messages/sender.service.js';
import type { FamilyPage } from '../../shared/families/family.js';
import { type Colleague, CouncilByHand, password } from './by-hand.js';
import { Browser } from './http-server.js';
import { MailServer } from './mail.js';

/** A family with everything that could be said of it by mistake. */
const quill = {
  name: 'Zebrowski / Quill',
  children: [
    { firstName: 'Persephone', bornOn: '2017-05-23', plans: [{ type: 'CP', since: '2025-11-24' }] },
    { firstName: 'Thaddeus', bornOn: '2020-02-11' },
  ],
  adults: [{ name: 'Ottoline', relation: 'their mum' }],
};
const brook = {
  name: 'Vandersloot',
  children: [{ firstName: 'Melisande', bornOn: '2018-07-30' }],
  adults: [{ name: 'Balthazar', relation: 'her dad' }],
};

/** Names, words and dates that must never leave the product by themselves, in the ways in which they could be written. */
export const secrets = [
  ...['Zebrowski', 'Quill', 'Persephone', 'Thaddeus', 'Ottoline', 'Vandersloot', 'Melisande', 'Balthazar'],
  ...['2017-05-23', '20170523', '23 May 2017', '23/05/2017', '2020-02-11', '11 February 2020', '2018-07-30'],
  ...['12 Larkspur Row', 'mum', 'relapse', 'F-77'],
];

/** A team in the month before its session of 31 March 2026, with two families in it and a real mail server. */
export class PreparedMonth {
  readonly mail = new MailServer();
  council!: CouncilByHand;
  teamId = '';
  sessionId = '';
  families: { familyId: string; discussionId: string; slotId: string }[] = [];
  /** Sandra’s browser, until the clock moves and signs her out. */
  private desk: Browser | null = null;
  people!: { [name in 'sandra' | 'adaeze' | 'priya' | 'dean' | 'lorna']: Colleague };

  async open(sends = true): Promise<this> {
    const smtpUrl = await this.mail.open();
    this.council = await CouncilByHand.open({
      smtpUrl: sends ? smtpUrl : null,
      mailFrom: 'supervision@wrenshire.example',
      publicUrl: 'https://supervision.wrenshire.example',
    });
    const { council } = this;
    this.teamId = await council.team('Northgate');
    const of = (role: 'business-support' | 'team-manager' | 'practitioner') => ({
      role,
      teamId: this.teamId,
    });
    this.people = {
      sandra: await council.person('Sandra Pike', 'business-support', of('business-support')),
      adaeze: await council.person('Adaeze Nwosu', 'management', of('team-manager')),
      priya: await council.person('Priya Raman', 'social-work', of('practitioner')),
      dean: await council.person('Dean Marlow', 'recovery'),
      lorna: await council.person('Lorna Hale', 'mental-health'),
    };
    // What planners type freely, at its worst.
    this.sessionId = await this.session('2026-03-31', {
      title: 'Zebrowski extra',
      room: 'Room 2, 12 Larkspur Row',
      joinLink: 'https://meet.example/northgate',
    });
    await this.family(quill, ['priya', 'dean'], this.sessionId, 'F-77');
    await this.family(brook, ['priya', 'lorna'], this.sessionId);
    return this;
  }

  async close(): Promise<void> {
    await this.council?.stop();
    await this.mail.close();
  }

  session(date: string, more: object = {}): Promise<string> {
    return this.made('/api/sessions', {
      teamId: this.teamId,
      date,
      startsAt: '09:30',
      endsAt: '12:30',
      chairId: this.people.adaeze.id,
      ...more,
    });
  }

  async family(
    facts: object,
    workers: readonly ('priya' | 'dean' | 'lorna')[],
    sessionId: string,
    ref?: string,
  ): Promise<void> {
    const disciplines = { priya: 'social-work', dean: 'recovery', lorna: 'mental-health' };
    const familyId = await this.made('/api/families', {
      teamId: this.teamId,
      allocatedOn: '2026-02-16',
      ...(ref ? { ref } : {}),
      ...facts,
      allocations: workers.map((name) => ({
        discipline: disciplines[name],
        personId: this.people[name].id,
        fromOn: '2026-02-16',
        about: 'for Ottoline, after her relapse',
      })),
    });
    const { body } = await (await this.sandra()).get<FamilyPage>(`/api/families/${familyId}`);
    const slotId = await this.made(`/api/sessions/${sessionId}/slots`, { familyId, minutes: 45 });
    this.families.push({ familyId, discussionId: body.openDiscussion?.discussionId ?? '', slotId });
  }

  async made(path: string, body: object): Promise<string> {
    return this.council.made(await (await this.sandra()).post<{ id: string }>(path, body));
  }

  private async sandra(): Promise<Browser> {
    this.desk ??= await this.browser('sandra');
    return this.desk;
  }

  /** The clock moves on to a morning, noon or evening of a day, in England in winter or summer. */
  async comes(day: string, time = '09:00'): Promise<void> {
    const { clock } = this.council.server;
    this.desk = null;
    const summer = day >= '2026-03-29' && day < '2026-10-25';
    clock.passes(Date.parse(`${day}T${time}:00${summer ? '+01:00' : 'Z'}`) - clock.now().getTime());
    await this.get(Jobs).run();
    await this.get(Sender).send();
  }

  /** Signed in anew: the clock has run on. */
  async browser(name: keyof PreparedMonth['people'] | 'olu'): Promise<Browser> {
    const emails = {
      sandra: 'sandra.pike',
      adaeze: 'adaeze.nwosu',
      priya: 'priya.raman',
      dean: 'dean.marlow',
      lorna: 'lorna.hale',
      olu: 'olu',
    };
    const browser = new Browser(this.council.server.url);
    await browser.post('/api/sign-in', { email: `${emails[name]}@wrenshire.example`, password });
    return browser;
  }

  /** “Invite everyone”, or what follows a change. */
  async invites(...sessionIds: string[]): Promise<number> {
    const told = await this.write((tx) =>
      this.get(SessionInvitations).invite(
        tx,
        sessionIds.length ? sessionIds : [this.sessionId],
        this.people.sandra.id,
      ),
    );
    await this.get(Sender).send();
    return told;
  }

  /** A second manager comes, and Adaeze asks for an inspection pack of a sample of the first family’s talk. */
  async packs(why: string): Promise<void> {
    await this.council.admin.post('/api/sign-in', { email: 'olu@wrenshire.example', password });
    await this.council.person('Helen Brandt', 'management', { role: 'service-manager', teamId: null });
    const sampleId = randomUUID();
    const { familyId, discussionId } = this.families[0] ?? {};
    await this.write(async (tx) => {
      await tx.run(
        `INSERT INTO dip_sample (id, from_on, to_on, team_id, seed, by_id, made_at)
         VALUES ($1, '2026-03-01', '2026-03-31', $2, 'Zebrowski', $3, '2026-03-30T09:00:00.000Z')`,
        [sampleId, this.teamId, this.people.adaeze.id],
      );
      await tx.run(
        `INSERT INTO dip_record (sample_id, discussion_id, family_id, team_id, chair_id, because, second)
         VALUES ($1, $2, $3, $4, $5, 'chair', 0)`,
        [sampleId, discussionId, familyId, this.teamId, this.people.adaeze.id],
      );
    });
    const adaeze = await this.browser('adaeze');
    this.council.made(await adaeze.post<{ id: string }>('/api/audit/packs', { sampleId, why }));
    await this.get(Packing).idle();
    await this.get(Sender).send();
  }

  /** Says that a review is ready to be read. */
  async readies(name: 'priya' | 'dean' | 'lorna', family: number): Promise<void> {
    const disciplines = { priya: 'social-work', dean: 'recovery', lorna: 'mental-health' };
    const logId = `discussion/${this.families[family]?.discussionId}`;
    const payload = { discipline: disciplines[name], nothingNew: true, ready: true };
    await this.write((tx) => this.get(Record).append(tx, logId, 'review.set', payload, this.people[name].id));
  }

  /** What has been written to be sent goes out. */
  sends(): Promise<void> {
    return this.get(Sender).send();
  }

  write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.get(Transactions).run(work);
  }

  rows<T>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
    return this.get(Reader).query<T>(sql, params);
  }

  get<T>(service: new (...args: never[]) => T): T {
    return this.council.server.app.get<T>(service as never, { strict: false });
  }

  /** All that was sent but the weekly digest, which comes whatever happens. */
  mails(): MailServer['mails'] {
    return this.mail.mails.filter(
      ({ headers }) => !headers.get('subject')?.startsWith('Supervision this week'),
    );
  }

  /** What somebody has been sent, newest last: "kind of mail: its subject". */
  subjectsTo(name: string): string[] {
    return this.mails()
      .filter(({ to }) => to.some((address) => address.startsWith(`${name}.`)))
      .map(({ headers }) => headers.get('subject') ?? '');
  }
}
