/** One thing about a file that somebody should know: where it is, in words, and what was done about it. */
export interface Problem {
  /** “List 6”, “The map”: what the person knows the table as. */
  list: string;
  /** As a spreadsheet shows it; null when it is about the whole list. */
  row: number | null;
  /** The column's heading as the file has it; null when it is about the whole row. */
  column: string | null;
  words: string;
  /** `left-out`: the row was not used. `notice`: it was, as the words say. */
  severity: 'left-out' | 'notice';
}

/** More problems than this are counted, not listed: nobody reads the rest, and the report must fit on a page. */
const LISTED = 5_000;

/** Gathers problems while a file is read. */
export class Problems {
  readonly listed: Problem[] = [];
  leftOut = 0;
  unlisted = 0;

  /** By list and row, what is about a whole list first. */
  inOrder(): Problem[] {
    return [...this.listed].sort(
      (a, b) => a.list.localeCompare(b.list, 'en-GB') || (a.row ?? 0) - (b.row ?? 0),
    );
  }

  /** A copy to go on with, for work that may have to be done again. */
  copy(): Problems {
    const other = new Problems();
    other.listed.push(...this.listed);
    other.leftOut = this.leftOut;
    other.unlisted = this.unlisted;
    return other;
  }

  notice(list: string, row: number | null, column: string | null, words: string): void {
    this.add({ list, row, column, words, severity: 'notice' });
  }

  leaveOut(list: string, row: number, column: string | null, words: string): void {
    this.leftOut++;
    this.add({ list, row, column, words, severity: 'left-out' });
  }

  private add(problem: Problem): void {
    if (this.listed.length < LISTED) this.listed.push(problem);
    else this.unlisted++;
  }
}
