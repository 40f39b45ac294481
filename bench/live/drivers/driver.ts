/** One person at one place of one room. */
export interface Seat {
  port: number;
  room: number;
  /** 0 is there first. */
  place: number;
  /** To be called for each change that arrives here, with its id. */
  sees(id: string): void;
}

export interface Participant {
  /** Resolves when the server has acknowledged it; rejects with its words when it refuses. */
  send(id: string, text: string): Promise<void>;
  close(): void;
}

/** Resolves when the person is in the room. Kept as thin as can be, so that the server is what is measured. */
export type Connect = (seat: Seat) => Promise<Participant>;
