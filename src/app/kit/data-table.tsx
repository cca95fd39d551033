/*
The table of offices: sorts by its headings, filters as one types, exports what is shown, and keeps all of it in the address.
On a phone each row becomes a card with the headings beside the values. It draws 100 rows at a time and says how many there are.
*/
import type { ReactNode } from 'react'
import { useWords } from '../words.ts'
import { Button } from './button.tsx'
import { saveFile } from './save-file.ts'
import { EmptyState } from './states.tsx'
import { type ColumnRule, csvOf, filterRows, sortRows } from './table-rows.ts'
import { Toolbar } from './toolbar.tsx'
import { TextField } from './field.tsx'
import { useUrlState } from './url-state.ts'

export interface Column<Row> extends ColumnRule<Row> {
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  /** Numbers stand right. */
  readonly numeric?: boolean
}
/** A column that shows what it sorts, filters and exports by. */
export const said = <Row,>(key: string, header: string, value: (row: Row) => string | number): Column<Row> => ({
  ...{ key, header, value, cell: value },
})
export interface DataTableProps<Row> {
  /** Names the table to screen readers, and the exported file. */
  readonly caption: string
  readonly file: string
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => string
  /** `key` or `-key`. */
  readonly order: string
  /** Before the names in the address, when a page has several tables: `v.` */
  readonly prefix?: string
  readonly tools?: ReactNode
  /** Shown instead of everything when there is not one row to begin with. */
  readonly empty: ReactNode
  /** A short table without filter and export. */
  readonly plain?: boolean
  /** One page of a longer list: the server sorts, so the headings do not. */
  readonly sortedByServer?: boolean
}
const page = 100

export function DataTable<Row>({
  caption,
  file,
  rows,
  columns,
  rowKey,
  order,
  prefix = '',
  tools,
  empty,
  plain = false,
  sortedByServer = false,
}: DataTableProps<Row>) {
  const { t } = useWords()
  const [state, change] = useUrlState()
  const text = state[`${prefix}q`] ?? ''
  const sorted = state[`${prefix}sort`] ?? order
  const limit = Number(state[`${prefix}shown`] ?? page) || page
  if (rows.length === 0) return <>{empty}</>
  const filtered = filterRows(rows, columns, text)
  const found = sortedByServer ? filtered : sortRows(filtered, columns, sorted)
  const counted =
    found.length === rows.length ? t('table.all', { total: rows.length }) : t('table.shown', { shown: found.length, total: rows.length })
  return (
    <div className="stack">
      {!plain && (
        <Toolbar label={caption}>
          <TextField
            label={t('table.filter')}
            type="search"
            placeholder={t('table.filter.hint')}
            value={text}
            onValue={(q) => change({ [`${prefix}q`]: q })}
          />
          {tools}
          <span className="small grow" role="status">
            {counted}
          </span>
          <Button onClick={() => saveFile(`${file}.csv`, csvOf(found, columns), 'text/csv')}>{t('table.export')}</Button>
        </Toolbar>
      )}
      {found.length === 0 ? (
        <EmptyState title={t('table.nothing')}>
          <Button onClick={() => change({ [`${prefix}q`]: '' })}>{t('table.clear')}</Button>
        </EmptyState>
      ) : (
        <div className="table-wrap">
          <table className="table cards" role="table">
            <caption className="unseen">{caption}</caption>
            <Heads
              columns={columns}
              sorted={sorted}
              fixed={sortedByServer}
              sort={(next) => change({ [`${prefix}sort`]: next === order ? '' : next })}
            />
            <Body rows={found.slice(0, limit)} columns={columns} rowKey={rowKey} />
          </table>
        </div>
      )}
      {found.length > limit && (
        <div className="no-print">
          <Button onClick={() => change({ [`${prefix}shown`]: String(limit + 2 * page) })}>
            {t('table.more', { n: Math.min(2 * page, found.length - limit) })}
          </Button>
        </div>
      )}
    </div>
  )
}

function Body<Row>({ rows, columns, rowKey }: Pick<DataTableProps<Row>, 'rows' | 'columns' | 'rowKey'>) {
  return (
    <tbody role="rowgroup">
      {rows.map((row) => (
        <tr key={rowKey(row)} role="row">
          {columns.map((column) => (
            <td key={column.key} role="cell" data-label={column.header} className={column.numeric ? 'n' : undefined}>
              <span>{column.cell(row)}</span>
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  )
}

interface HeadsProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly sorted: string
  readonly fixed: boolean
  readonly sort: (order: string) => void
}
function Heads<Row>({ columns, sorted, fixed, sort }: HeadsProps<Row>) {
  const { t } = useWords()
  return (
    <thead role="rowgroup">
      <tr role="row">
        {columns.map(({ key, header, numeric }) => {
          if (fixed) {
            return (
              <th key={key} role="columnheader" scope="col" className={numeric ? 'n' : undefined}>
                {header}
              </th>
            )
          }
          const direction = sorted === key ? 'ascending' : sorted === `-${key}` ? 'descending' : 'none'
          return (
            <th key={key} role="columnheader" scope="col" aria-sort={direction} className={numeric ? 'n' : undefined}>
              <button
                type="button"
                title={t('table.sort', { column: header })}
                onClick={() => sort(direction === 'ascending' ? `-${key}` : key)}
              >
                {header}
                <span aria-hidden="true">{direction === 'none' ? '' : direction === 'ascending' ? ' ↑' : ' ↓'}</span>
              </button>
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
