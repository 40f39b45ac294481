import { Link } from 'react-router';
import './brand.css';
import { productName } from './page-title.js';

/** Six people round a table. */
export function BrandMark() {
  const seats = [0, 60, 120, 180, 240, 300];
  return (
    <svg className="brand-mark" viewBox="-13 -13 26 26" aria-hidden="true" focusable="false">
      <circle className="brand-table" r="5.2" />
      {seats.map((angle) => (
        <circle key={angle} cy="-10.4" r="2.2" transform={`rotate(${angle})`} />
      ))}
    </svg>
  );
}

/** The product's name as a link home; `compact` drops the words in narrow windows, never the name. */
export function Brand({ to, compact }: { to: string; compact?: boolean | undefined }) {
  return (
    <Link className={compact ? 'brand compact' : 'brand'} to={to} aria-label={`${productName}, home`}>
      <BrandMark />
      <span className="brand-words">{productName}</span>
    </Link>
  );
}
