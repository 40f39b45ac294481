/** Somebody's questions to the server over HTTP, as their own pages ask them. */
export class Desk {
  private cookie = '';

  constructor(private readonly url: string) {}

  async ask<T = { id: string }>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.url}/api/${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'x-requested-with': 'group-supervision',
        origin: this.url,
        cookie: this.cookie,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const given = response.headers.getSetCookie().map((c) => c.split(';')[0]);
    if (given.length > 0) this.cookie = given.join('; ');
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text ? JSON.parse(text) : undefined) as T;
  }
}

export const password = 'lamp otter quiet gravel';

/** An administrator takes up the first invitation. */
export async function firstAdministrator(url: string, invitation: string): Promise<Desk> {
  const desk = new Desk(url);
  const token = invitation.split('/').at(-1);
  await desk.ask('POST', `invitations/${token}`, { password, name: 'Ada Min', email: 'ada@council.test' });
  return desk;
}

/** A person of a team who can sign in. */
export async function employs(
  admin: Desk,
  url: string,
  person: { name: string; email: string; discipline: string; teamId: string },
): Promise<string> {
  const { id } = await admin.ask('POST', 'people', person);
  const { link } = await admin.ask<{ link: string }>('POST', `people/${id}/invitation`, {});
  await new Desk(url).ask('POST', `invitations/${link.split('/').at(-1)}`, { password });
  return id;
}
