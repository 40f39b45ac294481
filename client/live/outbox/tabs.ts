/** Which tabs of this browser are alive. The browser itself lets go of a lock when its tab dies, however it dies. */
export interface Tabs {
  /** This tab. */
  readonly me: string;
  alive(): Promise<ReadonlySet<string>>;
  /** Runs alone among all tabs. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  leave(): void;
}

const prefix = 'group-supervision tab ';

/** Tabs by Web Locks. Resolves once this tab holds its own lock, so that no other can take it for dead. */
export async function tabsByLocks(locks: LockManager = navigator.locks): Promise<Tabs> {
  const me = crypto.randomUUID();
  let leave: () => void = () => undefined;
  await new Promise<void>((held, failed) => {
    locks
      .request(prefix + me, () => {
        held();
        return new Promise<void>((resolve) => {
          leave = resolve;
        });
      })
      .catch(failed);
  });
  return {
    me,
    async alive() {
      const { held = [] } = await locks.query();
      return new Set(held.flatMap((l) => (l.name?.startsWith(prefix) ? [l.name.slice(prefix.length)] : [])));
    },
    alone: (work) => locks.request('group-supervision adopting', work),
    leave: () => leave(),
  };
}
