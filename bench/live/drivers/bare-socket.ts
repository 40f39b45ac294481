import type { IncomingHttpHeaders } from 'node:http';
import { createRequire } from 'node:module';

/** As much of the package `ws` as the load needs. */
export interface BareSocket {
  on(event: 'open', listener: () => void): void;
  on(event: 'message', listener: (frame: Buffer, binary: boolean) => void): void;
  on(event: 'error', listener: (error: Error) => void): void;
  on(event: 'close', listener: (code: number, reason: Buffer) => void): void;
  send(frame: string | Uint8Array): void;
  close(): void;
}

type Options = { perMessageDeflate: boolean; headers?: IncomingHttpHeaders };

// The WebSocket that socket.io itself stands on, found by the same way that it finds it.
const near = (name: string, from: string): string => createRequire(from).resolve(name);
const engine = near('engine.io', near('socket.io', import.meta.filename));
const WebSocket = createRequire(engine)('ws') as new (address: string, options: Options) => BareSocket;

export const openSocket = (address: string, headers: IncomingHttpHeaders = {}): BareSocket =>
  new WebSocket(address, { perMessageDeflate: false, headers });

const MARK = '"id":"';

/**
 * Calls back with each id in a frame. A raw search, because the load process reads each change nine times and must
 * not become the slow part.
 */
export function eachId(frame: string, found: (id: string) => void): void {
  for (let at = frame.indexOf(MARK); at >= 0; at = frame.indexOf(MARK, at)) {
    at += MARK.length;
    const end = frame.indexOf('"', at);
    if (end < 0) return;
    found(frame.slice(at, end));
    at = end;
  }
}
