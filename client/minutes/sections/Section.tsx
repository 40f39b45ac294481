import type { ReactNode } from 'react';

/** One titled part of the record; nothing where nothing was recorded. */
export function Section({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="minutes-section">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** A section that is only words, with the lines their author gave them. */
export function Prose({ title, text }: { title: ReactNode; text: string }) {
  if (!text.trim()) return null;
  return (
    <Section title={title}>
      <Words>{text}</Words>
    </Section>
  );
}

export function Words({ children }: { children: string }) {
  return <p className="minutes-words measure">{children.trim()}</p>;
}
