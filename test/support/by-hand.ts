import type { Config } from '../../server/config.js';
import { Invitations } from '../../server/people/invitations.service.js';
import type { DisciplineCode } from '../../shared/disciplines.js';
import type { InvitationLink } from '../../shared/people/sign-in.js';
import type { Role } from '../../shared/people.js';
import { Browser, type HttpServer, startHttpServer } from './http-server.js';

/** Long and plain enough to pass; nobody's real one. */
export const password = 'the heron stands in the shallows';

/** Somebody of a council that was set up through the pages alone, signed in on their own browser. */
export interface Colleague {
  id: string;
  browser: Browser;
}

/** A council made by hand over HTTP, as an administrator would on the first day. */
export class CouncilByHand {
  private constructor(
    readonly server: HttpServer,
    readonly admin: Browser,
    readonly adminId: string,
  ) {}

  static async open(change: Partial<Config> = {}): Promise<CouncilByHand> {
    const server = await startHttpServer(change);
    const link = await server.app.get(Invitations).forFirstAdministrator();
    const admin = new Browser(server.url);
    const taken = { name: 'Olu Adeyemi', email: 'olu@wrenshire.example', password };
    const { body } = await admin.post<{ personId: string }>(`/api/invitations/${tokenIn(link)}`, taken);
    return new CouncilByHand(server, admin, body.personId);
  }

  async team(name: string): Promise<string> {
    return this.made(await this.admin.post<{ id: string }>('/api/teams', { name, hub: name }));
  }

  /** Adds a person, gives the role, and has them set a password and sign in. */
  async person(
    name: string,
    discipline: DisciplineCode,
    role?: { role: Role; teamId: string | null; fromOn?: string },
  ): Promise<Colleague> {
    const email = `${name.toLowerCase().replace(/\W+/g, '.')}@wrenshire.example`;
    const id = this.made(await this.admin.post<{ id: string }>('/api/people', { name, email, discipline }));
    if (role) this.made(await this.admin.post<{ id: string }>(`/api/people/${id}/roles`, role));
    const { body } = await this.admin.post<InvitationLink>(`/api/people/${id}/invitation`);
    const browser = new Browser(this.server.url);
    await browser.post(`/api/invitations/${tokenIn(body.link)}`, { password });
    return { id, browser };
  }

  made({ status, body, text }: { status: number; body: { id: string }; text: string }): string {
    if (status !== 201) throw new Error(`${status} ${text}`);
    return body.id;
  }

  stop(): Promise<void> {
    return this.server.stop();
  }
}

function tokenIn(link: string | null): string {
  return link?.split('/').at(-1) ?? '';
}
