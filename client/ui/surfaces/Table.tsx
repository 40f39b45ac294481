import { Fragment, type ReactNode } from 'react';
import './table.css';

export interface Column<Row> {
  key: string;
  heading: string;
  cell: (row: Row) => ReactNode;
  /** Figures line up on the right. */
  figure?: boolean | undefined;
  nowrap?: boolean | undefined;
  /** The cell that names its row; at most one column. */
  names?: boolean | undefined;
  /** The heading is for assistive technology only, as over a column of buttons. */
  headingHidden?: boolean | undefined;
}

export interface TableProps<Row> {
  caption: ReactNode;
  captionShown?: boolean | undefined;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** 14 px text, in cards beside others. */
  size?: 'normal' | 'small' | undefined;
  rowClass?: ((row: Row) => string | undefined) | undefined;
  /** What opens under a row, over its whole width; null while it is closed. */
  below?: ((row: Row) => ReactNode) | undefined;
}

/**
 * A table that becomes stacked rows at 520 px and below, each cell under its heading. Roles are written out because
 * browsers drop a table's meaning when its display changes.
 */
export function Table<Row>({
  caption,
  captionShown,
  columns,
  rows,
  rowKey,
  size = 'normal',
  rowClass,
  below,
}: TableProps<Row>) {
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: see above
    <table role="table" className={`table ${size}`}>
      <caption className={captionShown ? undefined : 'visually-hidden'}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.key} role="columnheader" scope="col" className={cellClass(column)}>
              {column.headingHidden ? (
                <span className="visually-hidden">{column.heading}</span>
              ) : (
                column.heading
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <Fragment key={rowKey(row)}>
            <tr role="row" className={rowClass?.(row)}>
              {columns.map((column) => {
                const Cell = column.names ? 'th' : 'td';
                return (
                  <Cell
                    key={column.key}
                    role={column.names ? 'rowheader' : 'cell'}
                    scope={column.names ? 'row' : undefined}
                    className={cellClass(column)}
                  >
                    {!column.names && !column.headingHidden && (
                      <span className="table-stacked-heading" aria-hidden="true">
                        {column.heading}
                      </span>
                    )}
                    {column.cell(row)}
                  </Cell>
                );
              })}
            </tr>
            <Below columns={columns.length}>{below?.(row)}</Below>
          </Fragment>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  );
}

function Below({ columns, children }: { columns: number; children: ReactNode }) {
  if (!children) return null;
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: as in the rows above
    <tr role="row" className="table-below">
      <td role="cell" colSpan={columns}>
        {children}
      </td>
    </tr>
    // biome-ignore-end lint/a11y/noRedundantRoles: as in the rows above
  );
}

function cellClass<Row>(column: Column<Row>): string | undefined {
  return [column.figure && 'figure', column.nowrap && 'nowrap'].filter(Boolean).join(' ') || undefined;
}
