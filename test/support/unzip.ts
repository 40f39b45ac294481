import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflate, readDirectory } from '../../server/families/imports/reading/zip.js';

/** What is in a zip, read back by the reader that takes in strangers' workbooks: it checks every size and checksum. */
export async function unzip(zip: Buffer): Promise<Map<string, Buffer>> {
  const dir = mkdtempSync(path.join(tmpdir(), 'unzip-'));
  const name = path.join(dir, 'a.zip');
  writeFileSync(name, zip);
  const file = { name, fd: openSync(name, 'r'), size: zip.length };
  try {
    const files = new Map<string, Buffer>();
    for (const member of readDirectory(file)) {
      const pieces: Buffer[] = [];
      for await (const piece of inflate(file, member)) pieces.push(piece);
      files.set(member.name, Buffer.concat(pieces));
    }
    return files;
  } finally {
    closeSync(file.fd);
    rmSync(dir, { recursive: true, force: true });
  }
}
