import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A message as it came over the line. */
export interface Mail {
  to: string[];
  raw: string;
  headers: ReadonlyMap<string, string>;
  /** Its parts that hold something, in order, decoded. */
  parts: Part[];
}

export interface Part {
  type: string;
  headers: ReadonlyMap<string, string>;
  text: string;
}

/** A real mail server by somebody else, that keeps what it is given, and can be told to be difficult. */
export class MailServer {
  readonly mails: Mail[] = [];
  /** Called for each recipient; throw to refuse. */
  refuses: (address: string) => Error | null = () => null;
  /** Messages whose sending it answers only when it is let go. */
  holds: Promise<void> = Promise.resolve();
  /** How many it was given at the same time for one address, at most. */
  mostAtOnce = 0;
  private readonly now = new Map<string, number>();
  private readonly server: SMTPServer;

  constructor() {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, done) => done(this.refuses(address)),
      onData: (stream, { envelope }, done) => {
        const to = envelope.rcptTo.map(({ address }) => address);
        const chunks: Buffer[] = [];
        const many = (this.now.get(to.join()) ?? 0) + 1;
        this.now.set(to.join(), many);
        this.mostAtOnce = Math.max(this.mostAtOnce, many);
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const mail = readMail(Buffer.concat(chunks).toString('utf8'), to);
          void this.holds.then(() => {
            this.mails.push(mail);
            this.now.set(to.join(), (this.now.get(to.join()) ?? 1) - 1);
            done();
          });
        });
      },
    });
    this.server.on('error', () => undefined);
  }

  /** Listens, and answers with the address for SMTP_URL. */
  async open(): Promise<string> {
    const listening = this.server.listen(0, '127.0.0.1');
    await new Promise((done) => listening.once('listening', done));
    return `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((done) => this.server.close(done));
  }
}

/** Reads a message by hand: headers, the parts of a multipart, and what quoted-printable or base64 hide. */
export function readMail(raw: string, to: string[] = []): Mail {
  const { headers, body } = split(raw);
  return { to, raw, headers, parts: partsOf(headers, body) };
}

function split(text: string): { headers: Map<string, string>; body: string } {
  const at = text.indexOf('\r\n\r\n');
  const lines = text
    .slice(0, at)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = new Map(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      encodedWords(line.slice(line.indexOf(':') + 1).trim()),
    ]),
  );
  return { headers, body: text.slice(at + 4) };
}

function partsOf(headers: ReadonlyMap<string, string>, body: string): Part[] {
  const type = headers.get('content-type') ?? 'text/plain';
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1];
  if (boundary) {
    const pieces = body.split(`--${boundary}`).slice(1, -1);
    return pieces.flatMap((piece) => {
      const part = split(piece.replace(/^\r\n/, '').replace(/\r\n$/, ''));
      return partsOf(part.headers, part.body);
    });
  }
  const how = headers.get('content-transfer-encoding')?.toLowerCase();
  const text =
    how === 'base64'
      ? Buffer.from(body, 'base64').toString('utf8')
      : how === 'quoted-printable'
        ? quotedPrintable(body)
        : body;
  return [{ type, headers, text }];
}

function quotedPrintable(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

function encodedWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how: string, inside: string) =>
      how.toLowerCase() === 'b'
        ? Buffer.from(inside, 'base64').toString('utf8')
        : quotedPrintable(inside.replaceAll('_', ' ')),
    );
}
