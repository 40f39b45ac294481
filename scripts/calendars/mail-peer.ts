import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';

/** A message as Python's own mail library finds it. */
export interface Found {
  subject: string;
  from: string;
  to: string;
  messageId: string;
  type: string;
  parts: { type: string; method: string | null; attached: boolean; text: string }[];
}

const reader = `
import email, email.policy, json, sys
m = email.message_from_binary_file(open(sys.argv[1], 'rb'), policy=email.policy.default)
print(json.dumps({
    'subject': m['subject'], 'from': str(m['from']), 'to': str(m['to']), 'messageId': m['message-id'], 'type': m.get_content_type(),
    'parts': [{'type': p.get_content_type(), 'method': p.get_param('method'), 'attached': p.is_attachment(), 'text': p.get_content()}
              for p in m.walk() if not p.is_multipart()],
}))
`;

/** The mail server of Python's aiosmtpd, which puts what it is given into a maildir. */
export class MailPeer {
  private constructor(
    readonly port: number,
    private readonly process: ChildProcess,
    private readonly python: string,
    private readonly maildir: string,
  ) {}

  static async open(python: string, dir: string): Promise<MailPeer> {
    const port = await freePort();
    const maildir = path.join(dir, 'maildir');
    const listen = ['-n', '-l', `127.0.0.1:${port}`, '-c', 'aiosmtpd.handlers.Mailbox', maildir];
    const child = spawn(python, ['-m', 'aiosmtpd', ...listen], { stdio: 'ignore' });
    for (let i = 0; i < 100 && !(await answers(port)); i++)
      await new Promise((later) => setTimeout(later, 100));
    return new MailPeer(port, child, python, maildir);
  }

  got(): Found[] {
    const dir = path.join(this.maildir, 'new');
    return fs.readdirSync(dir).map((name) => {
      const done = spawnSync(this.python, ['-c', reader, path.join(dir, name)], { encoding: 'utf8' });
      if (done.status !== 0) throw new Error(done.stderr);
      return JSON.parse(done.stdout) as Found;
    });
  }

  close(): void {
    this.process.kill();
  }
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => done(port));
    });
  });
}

function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('data', () => done(true)).once('error', () => done(false));
    socket.once('data', () => socket.destroy());
  });
}
