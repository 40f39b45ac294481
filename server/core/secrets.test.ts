import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readConfig } from '../config.js';
import { Secrets } from './secrets.js';

describe('what is sealed', () => {
  let dataDir: string;
  let secrets: Secrets;
  beforeAll(() => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'secrets-'));
    secrets = new Secrets(readConfig({ DATA_DIR: dataDir }));
  });
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('opens where it was put, and shows nothing of itself until then', () => {
    const sealed = secrets.seal('Amina scored three', 'entry discussion/1 7');
    expect(sealed.toString('latin1')).not.toContain('Amina');
    expect(secrets.open(sealed, 'entry discussion/1 7').toString()).toBe('Amina scored three');
  });

  it('does not open where somebody moved it, nor when one bit of it was changed', () => {
    const sealed = secrets.seal('Amina scored three', 'entry discussion/1 7');
    expect(() => secrets.open(sealed, 'entry discussion/1 8')).toThrow();
    sealed[sealed.length - 1] = (sealed.at(-1) as number) ^ 1;
    expect(() => secrets.open(sealed, 'entry discussion/1 7')).toThrow();
  });

  it('two purposes never share a key', () => {
    expect(secrets.key('sealed').equals(secrets.key('asked'))).toBe(false);
    expect(secrets.key('sealed').equals(secrets.key('sealed'))).toBe(true);
  });
});
