import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Puts bytes into a file, opens it, and takes both away again. */
export async function withFile<T>(
  name: string,
  bytes: Buffer | string,
  use: (file: { fd: number; size: number; name: string; path: string }) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'given-'));
  const place = path.join(folder, name);
  writeFileSync(place, bytes);
  const fd = openSync(place, 'r');
  try {
    return await use({ fd, size: Buffer.byteLength(bytes), name, path: place });
  } finally {
    closeSync(fd);
    rmSync(folder, { recursive: true });
  }
}
