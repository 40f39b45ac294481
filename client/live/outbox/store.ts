import type { Sealed } from './sealing.js';

const name = 'group-supervision';
const records = 'outbox';
const device = 'device';

/** The one place in the browser where anything is stored: sealed records, and a random number for this device. */
export class OutboxStore {
  private constructor(private readonly db: IDBDatabase) {}

  static async open(factory: IDBFactory = indexedDB): Promise<OutboxStore> {
    const asking = factory.open(name, 1);
    asking.onupgradeneeded = () => {
      asking.result.createObjectStore(records, { keyPath: 'recordId' });
      asking.result.createObjectStore(device);
    };
    const db = await answered(asking);
    // Another tab with a newer page may change the store: let it.
    db.onversionchange = () => db.close();
    return new OutboxStore(db);
  }

  /** A random number of this browser, made once; the server ties the outbox key to it. */
  async deviceId(): Promise<string> {
    const tx = this.db.transaction(device, 'readwrite', { durability: 'strict' });
    const store = tx.objectStore(device);
    const known: unknown = await answered(store.get('id'));
    const id = typeof known === 'string' ? known : crypto.randomUUID();
    if (id !== known) store.put(id, 'id');
    await done(tx);
    return id;
  }

  /** Resolves when the record would survive the browser being killed. */
  async put(sealed: Sealed): Promise<void> {
    const tx = this.db.transaction(records, 'readwrite', { durability: 'strict' });
    tx.objectStore(records).put(sealed);
    await done(tx);
  }

  async remove(recordIds: readonly string[]): Promise<void> {
    const tx = this.db.transaction(records, 'readwrite');
    for (const id of recordIds) tx.objectStore(records).delete(id);
    await done(tx);
  }

  /** Every record there is, in the order they were made. */
  async all(): Promise<Sealed[]> {
    const tx = this.db.transaction(records, 'readonly');
    const all: Sealed[] = await answered(tx.objectStore(records).getAll());
    return all.sort((a, b) => a.n - b.n);
  }

  /** Gives records of tabs that are no longer there to this one, in one transaction, so that no two tabs take the same. */
  async adopt(tag: string, tab: string, alive: ReadonlySet<string>): Promise<Sealed[]> {
    const tx = this.db.transaction(records, 'readwrite', { durability: 'strict' });
    const store = tx.objectStore(records);
    const all: Sealed[] = await answered(store.getAll());
    const orphans = all.filter((r) => r.tag === tag && r.tab !== tab && !alive.has(r.tab));
    const adopted = orphans.map((r) => ({ ...r, tab }));
    for (const record of adopted) store.put(record);
    await done(tx);
    return adopted.sort((a, b) => a.n - b.n);
  }

  close(): void {
    this.db.close();
  }
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser would not read its storage'));
  });
}

function done(tx: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(tx.error ?? new Error('The browser would not keep this'));
    tx.onerror = () => reject(tx.error ?? new Error('The browser would not keep this'));
  });
}
