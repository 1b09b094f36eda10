import type { ReactNode } from "react";
import { classNames } from "#components/styles/class-names.ts";

export interface TableColumn<Row> {
  readonly key: string;
  readonly header: string;
  /** The header is only for screen readers. */
  readonly hideHeader?: boolean | undefined;
  /** Figures, set at the right. */
  readonly numeric?: boolean | undefined;
  /** The column that names each row; the first unless told. */
  readonly names?: boolean | undefined;
  /** A shorter or longer name before the value where the table is stacked; the header unless told. */
  readonly stackedLabel?: string | undefined;
  readonly className?: string | undefined;
  readonly cell: (row: Row) => ReactNode;
  /** What stands in the last row, such as a total; or a list, one for each of several last rows. */
  readonly foot?: ReactNode | readonly ReactNode[];
}

export interface DataTableProps<Row> {
  readonly caption: ReactNode;
  readonly captionId?: string | undefined;
  readonly captionLook?: "heading" | "small" | "hidden" | undefined;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Becomes cards on phones. Leave out for narrow tables that are compared across. */
  readonly stack?: boolean | undefined;
  /** Names a region that may be scrolled sideways by keyboard where text is enlarged. */
  readonly scrollLabel?: string | undefined;
  readonly className?: string | undefined;
}

/** Rows and columns with a caption and real headers. */
export function DataTable<Row>({ caption, captionId, captionLook = "small", columns, rows, rowKey, stack, scrollLabel, className }: DataTableProps<Row>) {
  const naming = columns.find((column) => column.names) ?? columns[0];
  const lastRows = Math.max(0, ...columns.map((column) => feet(column).length));
  const table = (
    <table className={classNames("t", stack && "t--stack", className)}>
      <caption id={captionId} className={captionLook === "hidden" ? "vh" : undefined}>
        {captionLook === "heading" ? <span className="h2">{caption}</span> : caption}
      </caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={classNames(column.numeric && "n", column.className)}>
              {column.hideHeader ? <span className="vh">{column.header}</span> : column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <Cell key={column.key} column={column} names={column === naming}>
                {column.cell(row)}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
      {lastRows > 0 ? (
        <tfoot>
          {Array.from({ length: lastRows }, (_, index) => (
            <tr key={index}>
              {columns.map((column) => (
                <Cell key={column.key} column={column} names={column === naming}>
                  {feet(column)[index]}
                </Cell>
              ))}
            </tr>
          ))}
        </tfoot>
      ) : null}
    </table>
  );
  if (scrollLabel === undefined) return table;
  return (
    // A region that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="tw" tabIndex={0} role="region" aria-label={scrollLabel}>
      {table}
    </div>
  );
}

function feet<Row>({ foot }: TableColumn<Row>): readonly ReactNode[] {
  if (foot === undefined) return [];
  return Array.isArray(foot) ? (foot as readonly ReactNode[]) : [foot];
}

interface CellProps<Row> {
  readonly column: TableColumn<Row>;
  readonly names: boolean;
  readonly children: ReactNode;
}

function Cell<Row>({ column, names, children }: CellProps<Row>) {
  const className = classNames(column.numeric && "n", column.className);
  if (names)
    return (
      <th scope="row" className={className}>
        {children}
      </th>
    );
  // An empty cell carries no label, so that it can vanish where the table is stacked.
  const isEmpty = children === undefined || children === null || children === "";
  return (
    <td className={className} data-l={isEmpty || column.hideHeader ? undefined : (column.stackedLabel ?? column.header)}>
      {typeof children === "object" && !isEmpty ? <span>{children}</span> : children}
    </td>
  );
}

/** Yes with a tick, or No, in words of the page's language. */
export function YesNo({ yes, text }: { readonly yes: boolean; readonly text: string }) {
  if (!yes) return <span className="no">{text}</span>;
  return (
    <span className="yes">
      <svg className="ico" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d="m5 12.500 4.500 4.500L19 7" />
      </svg>{" "}
      {text}
    </span>
  );
}
