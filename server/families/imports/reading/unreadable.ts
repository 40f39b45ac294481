/** Why a file as a whole cannot be used, in one sentence for the person who chose it. */
export class UnreadableFile extends Error {
  constructor(readonly words: string) {
    super(words);
    this.name = 'UnreadableFile';
  }
}

/** An open file: read by position only, so no path is ever handed to the process that reads it. */
export interface OpenFile {
  fd: number;
  size: number;
  /** The name the person knows the file by; shown in sentences, never opened. */
  name: string;
}
