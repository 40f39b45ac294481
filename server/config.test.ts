import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BadConfig, readConfig } from './config.js';

describe('the configuration', () => {
  let dataDir: string;
  beforeAll(() => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'config-'));
  });
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it.each([
    ['PORT', { PORT: 'three' }],
    ['PORT', { PORT: '70000' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://somewhere' }],
    ['REDIS_URL', { REDIS_URL: 'not an address' }],
    ['ORIGINS', { ORIGINS: 'https://good.example, evil' }],
    ['JOIN_HOSTS', { JOIN_HOSTS: 'teams.microsoft.com, https://zoom.us' }],
    ['SECRET_KEY', { SECRET_KEY: 'c2hvcnQ=' }],
    ['SECRET_KEY', { DATABASE_URL: 'postgres://h/d', REDIS_URL: 'redis://h' }],
    ['CHANGES_PER_SECOND', { CHANGES_PER_SECOND: '0' }],
    ['SMTP_URL', { SMTP_URL: 'http://mail.example', MAIL_FROM: 'a@b.example' }],
    ['MAIL_FROM', { SMTP_URL: 'smtp://mail.example' }],
    ['MAIL_FROM', { MAIL_FROM: 'Supervision <a@b.example>' }],
    ['PUBLIC_URL', { ORIGINS: 'https://one.example', PUBLIC_URL: 'https://two.example' }],
    ['DATA_DIR', { DATA_DIR: path.join(import.meta.filename, 'below-a-file') }],
  ])('an operator who sets %s badly reads its name in the message', (name, env) => {
    const read = () => readConfig({ DATA_DIR: dataDir, ...env });
    expect(read).toThrow(BadConfig);
    expect(read).toThrow(name);
  });

  it('a password in an address is not repeated to whoever reads the message', () => {
    const read = () => readConfig({ DATA_DIR: dataDir, DATABASE_URL: 'mysql://joe:hunter2@h/d' });
    expect(read).toThrow(BadConfig);
    expect(read).not.toThrow(/hunter2/);
  });

  it('without a key one is made, for this system user alone, and kept', () => {
    const first = readConfig({ DATA_DIR: dataDir });
    expect(first.secretKey).toHaveLength(32);
    expect(readConfig({ DATA_DIR: dataDir }).secretKey).toEqual(first.secretKey);
    expect(statSync(path.join(dataDir, 'secret.key')).mode & 0o777).toBe(0o600);
  });

  it('nobody but this machine may open a socket until somebody says who else', () => {
    expect(readConfig({ DATA_DIR: dataDir, PORT: '4000' }).origins).toEqual([
      'http://localhost:4000',
      'http://127.0.0.1:4000',
    ]);
  });
});
