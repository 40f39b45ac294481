import { createHash } from 'node:crypto';
import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A file to go into a pack. */
export interface PackFile {
  path: string;
  text: string;
}

/** A file of a pack as its manifest lists it. */
export interface Listed {
  path: string;
  bytes: number;
  sha256: string;
}

/**
 * One ZIP of these files as they come, each asked for only when the one before it has gone out, so that the whole is
 * never in memory. `last` writes what stands at the end, knowing the hash of everything before it.
 */
export async function* zipOf(
  files: AsyncIterable<PackFile>,
  madeAt: Date,
  last: (listed: readonly Listed[]) => readonly PackFile[],
): AsyncGenerator<Buffer> {
  const zip = new ZipFile();
  const out = new PassThrough();
  zip.outputStream.pipe(out);
  const listed: Listed[] = [];
  const add = ({ path, text }: PackFile): Promise<void> => {
    const bytes = Buffer.from(text, 'utf8');
    listed.push({ path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
    const options = { mtime: madeAt, mode: 0o100644, size: bytes.length };
    return new Promise((gone) => {
      zip.addReadStreamLazy(path, options, (give) =>
        give(null, Readable.from([bytes], { objectMode: false }).once('end', gone)),
      );
    });
  };
  const write = async (): Promise<void> => {
    for await (const file of files) await add(file);
    // One after the other: the second may hold the hash of the first.
    for (let done = 0; ; done += 1) {
      const next = last(listed)[done];
      if (!next) break;
      await add(next);
    }
    zip.end();
  };
  const writing = write().catch((error: Error) => void out.destroy(error));
  zip.once('error', (error: Error) => out.destroy(error));
  for await (const piece of out) yield piece as Buffer;
  await writing;
}

/** The same bytes in pieces of one size, but for the last. */
export async function* inPieces(stream: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    waiting.push(chunk);
    length += chunk.length;
    while (length >= size) {
      const all = Buffer.concat(waiting);
      yield all.subarray(0, size);
      waiting = [all.subarray(size)];
      length -= size;
    }
  }
  if (length > 0) yield Buffer.concat(waiting);
}
