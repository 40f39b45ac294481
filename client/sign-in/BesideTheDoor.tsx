import type { ReactNode } from 'react';
import { BrandMark } from '../ui/frames/Brand.js';
import { productName } from '../ui/frames/page-title.js';
import { RoundTable } from './RoundTable.js';
import './door.css';

/** The pages one sees before one is in: words at the left, the round table at the right. */
export function BesideTheDoor({ children }: { children: ReactNode }) {
  return (
    <div className="door">
      <div className="door-words">
        <header className="door-brand">
          <BrandMark />
          <span>{productName}</span>
        </header>
        <main className="stack">{children}</main>
      </div>
      <aside className="door-picture" aria-label="About">
        <RoundTable />
        <p className="large muted">Every family, every month, around one table</p>
      </aside>
    </div>
  );
}
