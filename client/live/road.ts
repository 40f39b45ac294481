/** The road to the server as this tab knows it. */
export class Road {
  up = false;
  /** A first try has ended, either way. */
  everUp = false;
  /** When it is tried again (ms), while it is cut and will be. */
  retryAt: number | null = null;
  /** The server does not know the sign-in any more. */
  signedOut = false;
  /** This page is older than the server. */
  tooOld = false;

  came(): void {
    this.up = true;
    this.everUp = true;
    this.retryAt = null;
    this.signedOut = false;
  }

  went(retryAt: number | null): void {
    this.up = false;
    this.everUp = true;
    this.retryAt = retryAt;
  }
}
