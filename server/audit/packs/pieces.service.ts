import { Injectable } from '@nestjs/common';
import { Reader } from '../../core/reader.js';
import { Secrets } from '../../core/secrets.js';
import type { Tx } from '../../core/transaction.js';

/** As much of a file is sealed and kept in one piece: no more than this is ever in memory, in either direction. */
export const pieceBytes = 256 * 1024;

/** The files of packs, sealed, in pieces. Each opens only in its own place of its own pack. */
@Injectable()
export class Pieces {
  constructor(
    private readonly reader: Reader,
    private readonly secrets: Secrets,
  ) {}

  add(tx: Tx, packId: string, nth: number, plain: Buffer): Promise<void> {
    return tx.run('INSERT INTO audit_pack_piece (pack_id, nth, sealed) VALUES ($1, $2, $3)', [
      packId,
      nth,
      this.secrets.seal(plain, placeOf(packId, nth)),
    ]);
  }

  remove(tx: Tx, packId: string): Promise<void> {
    return tx.run('DELETE FROM audit_pack_piece WHERE pack_id = $1', [packId]);
  }

  /** The file from its beginning; it fails where a piece is missing or is not what was put there. */
  async *of(packId: string, bytes: number): AsyncGenerator<Buffer> {
    let left = bytes;
    for (let nth = 0; left > 0; nth += 1) {
      const [row] = await this.reader.query<{ sealed: Buffer }>(
        'SELECT sealed FROM audit_pack_piece WHERE pack_id = $1 AND nth = $2',
        [packId, nth],
      );
      if (!row) throw new Error('A piece of a pack is missing');
      const plain = this.secrets.open(row.sealed, placeOf(packId, nth));
      left -= plain.length;
      yield plain;
    }
  }
}

function placeOf(packId: string, nth: number): string {
  return `pack ${packId} ${nth}`;
}
