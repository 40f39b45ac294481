import { readSync } from 'node:fs';
import { crc32, createInflateRaw } from 'node:zlib';
import { LIMITS } from './limits.js';
import { type OpenFile, UnreadableFile } from './unreadable.js';

/** One file inside the workbook, as the zip's directory describes it. */
export interface ZipMember {
  name: string;
  packed: number;
  size: number;
  crc: number;
  stored: boolean;
  at: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const CHUNK = 64 * 1024;

const damaged = (name: string) =>
  new UnreadableFile(
    `“${name}” is damaged or only part of it arrived; save it again and choose the new copy.`,
  );

const bomb = (name: string) =>
  new UnreadableFile(
    `“${name}” would unpack to far more than an Annex A workbook holds, so it was not opened.`,
  );

/** Reads exactly `length` bytes at `position`; a file that ends sooner is damaged. */
export function readAt(file: OpenFile, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let got = 0;
  while (got < length) {
    const n = readSync(file.fd, bytes, got, length - got, position + got);
    if (n === 0) throw damaged(file.name);
    got += n;
  }
  return bytes;
}

function findEnd(file: OpenFile): { count: number; size: number; at: number } {
  const span = Math.min(file.size, END_BYTES + 0xffff);
  const tail = readAt(file, file.size - span, span);
  for (let i = span - END_BYTES; i >= 0; i--) {
    // The comment must reach exactly to the end of the file: bytes after it would make two files of one.
    if (tail.readUInt32LE(i) !== END || i + END_BYTES + tail.readUInt16LE(i + 20) !== span) continue;
    const end = {
      count: tail.readUInt16LE(i + 10),
      size: tail.readUInt32LE(i + 12),
      at: tail.readUInt32LE(i + 16),
    };
    if (end.count > LIMITS.zipMembers || end.size > LIMITS.zipDirectoryBytes) throw bomb(file.name);
    if (tail.readUInt16LE(i + 4) !== 0 || end.count !== tail.readUInt16LE(i + 8)) throw damaged(file.name);
    if (end.at + end.size > file.size - span + i) throw damaged(file.name);
    return end;
  }
  throw damaged(file.name);
}

/**
 * Reads the zip's own table of contents and refuses everything that is not a plain workbook, before a single byte
 * is inflated: encrypted members, names that point outside, members that overlap, sizes no workbook has.
 */
export function readDirectory(file: OpenFile): ZipMember[] {
  const end = findEnd(file);
  const bytes = readAt(file, end.at, end.size);
  const members: ZipMember[] = [];
  const names = new Set<string>();
  let i = 0;
  let total = 0;
  while (i + ENTRY_BYTES <= bytes.length && bytes.readUInt32LE(i) === ENTRY) {
    const nameEnd = i + ENTRY_BYTES + bytes.readUInt16LE(i + 28);
    if (nameEnd > bytes.length || members.length >= LIMITS.zipMembers) throw damaged(file.name);
    const name = bytes.toString('utf8', i + ENTRY_BYTES, nameEnd);
    const method = bytes.readUInt16LE(i + 10);
    const member = {
      name,
      packed: bytes.readUInt32LE(i + 20),
      size: bytes.readUInt32LE(i + 24),
      crc: bytes.readUInt32LE(i + 16),
      stored: method === 0,
      at: bytes.readUInt32LE(i + 42),
    };
    if (bytes.readUInt16LE(i + 8) & 1)
      throw new UnreadableFile(
        `“${file.name}” is protected with a password; save a copy without one and choose that.`,
      );
    if (method !== 0 && method !== 8) throw damaged(file.name);
    if (names.has(name.toLowerCase()) || pointsOutside(name)) {
      throw new UnreadableFile(`“${file.name}” was not made by a spreadsheet program, so it was not opened.`);
    }
    names.add(name.toLowerCase());
    total += member.size;
    if (total > LIMITS.allPartsBytes) throw bomb(file.name);
    members.push(member);
    i = nameEnd + bytes.readUInt16LE(i + 30) + bytes.readUInt16LE(i + 32);
  }
  if (members.length !== end.count) throw damaged(file.name);
  refuseOverlaps(file, members, end.at);
  return members;
}

const pointsOutside = (name: string) =>
  name.startsWith('/') ||
  name.includes('\\') ||
  name.includes('\0') ||
  /^[a-z]:/i.test(name) ||
  name.split('/').includes('..');

function refuseOverlaps(file: OpenFile, members: ZipMember[], directoryAt: number): void {
  const inOrder = [...members].sort((a, b) => a.at - b.at);
  let free = 0;
  for (const m of inOrder) {
    if (m.at < free) throw bomb(file.name);
    free = m.at + LOCAL_BYTES + Buffer.byteLength(m.name) + m.packed;
  }
  if (free > directoryAt) throw damaged(file.name);
}

/** Refuses a part whose own figures say that it would unpack to more than a list can be. */
export function refuseBomb(file: OpenFile, m: ZipMember): void {
  const swollen = m.size > LIMITS.ratioFreeBytes && m.size > m.packed * LIMITS.inflation;
  if (m.size > LIMITS.partBytes || swollen) throw bomb(file.name);
  if (m.stored && m.size !== m.packed) throw damaged(file.name);
}

/** Inflates one member a piece at a time, holding it to the size and checksum its directory entry gave. */
export async function* inflate(file: OpenFile, m: ZipMember): AsyncGenerator<Buffer> {
  refuseBomb(file, m);
  let size = 0;
  let crc = 0;
  const pieces = m.stored ? packedPieces(file, m) : inflated(file, m);
  for await (const piece of pieces) {
    size += piece.length;
    if (size > m.size) throw bomb(file.name);
    crc = crc32(piece, crc);
    yield piece;
  }
  if (size !== m.size || crc !== m.crc) throw damaged(file.name);
}

function* packedPieces(file: OpenFile, m: ZipMember): Generator<Buffer> {
  const head = readAt(file, m.at, LOCAL_BYTES);
  if (head.readUInt32LE(0) !== LOCAL) throw damaged(file.name);
  let at = m.at + LOCAL_BYTES + head.readUInt16LE(26) + head.readUInt16LE(28);
  const end = at + m.packed;
  while (at < end) {
    const length = Math.min(CHUNK, end - at);
    yield readAt(file, at, length);
    at += length;
  }
}

async function* inflated(file: OpenFile, m: ZipMember): AsyncGenerator<Buffer> {
  const stream = createInflateRaw({ chunkSize: CHUNK });
  // Fed by hand, and only after what it gave was taken: a stream left to itself would inflate ahead of the checks.
  const feed = (async () => {
    for (const piece of packedPieces(file, m)) {
      if (stream.destroyed) return;
      if (!stream.write(piece))
        await new Promise<void>((done) => stream.once('drain', done).once('close', done));
    }
    stream.end();
  })().catch((e: Error) => stream.destroy(e));
  try {
    for await (const piece of stream) yield piece as Buffer;
  } catch (e) {
    throw e instanceof UnreadableFile ? e : damaged(file.name);
  } finally {
    stream.destroy();
  }
  await feed;
}
