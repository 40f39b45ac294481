import { connect, createServer, type Server, type Socket } from 'node:net';
import { freePort } from './served.js';

/** A road of one's own to the server, which can be cut without anybody else noticing. */
export class Road {
  private readonly travellers = new Set<Socket>();
  private open = true;

  private constructor(
    readonly url: string,
    private readonly server: Server,
  ) {}

  static async to(serverPort: number, port?: number): Promise<Road> {
    const own = port ?? (await freePort());
    const server = createServer((near) => {
      if (!road.open) return near.destroy();
      const far = connect(serverPort, 'localhost');
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        road.travellers.add(one);
        one.on('error', () => other.destroy());
        one.on('close', () => {
          road.travellers.delete(one);
          other.destroy();
        });
        one.pipe(other);
      }
      return undefined;
    });
    const road = new Road(`http://localhost:${own}`, server);
    await new Promise<void>((ready) => server.listen(own, ready));
    return road;
  }

  /** As in a tunnel: what is under way is lost and nothing new gets through. */
  cut(): void {
    this.open = false;
    for (const traveller of this.travellers) traveller.destroy();
  }

  mend(): void {
    this.open = true;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((done) => this.server.close(done));
  }
}
