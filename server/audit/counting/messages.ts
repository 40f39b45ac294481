import type { Config } from '../../config.js';
import type { PageAsked, PageName } from '../pages.service.js';

/** What the server says to the process that counts: first of all what it runs with. */
export type ToCount = { config: Config } | { nth: number; page: PageName; asked: PageAsked };

/**
 * What that process says: once that it is ready, then an answer to each question. Pages come as their JSON; what failed is
 * in that process’s own log.
 */
export type Counted =
  | { ready: true }
  | { nth: number; text: string }
  | { nth: number; refused: { code: string; says: string } }
  | { nth: number; failed: true };
