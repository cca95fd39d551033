/* A list of lines that can be added and removed: budget, consents, days of the way. Each line is a group with its own name. */
import type { ReactNode } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { useWords } from '../../../../app/words.ts'
import './missions.css'

export interface RowsEditorProps<Row> {
  readonly rows: readonly Row[]
  readonly onRows: (rows: readonly Row[]) => void
  /** A new line; hears the last one, from which it may go on. */
  readonly fresh: (last: Row | undefined) => Row
  readonly add: string
  readonly name: (row: Row, at: number) => string
  readonly children: (row: Row, change: (part: Partial<Row>) => void) => ReactNode
}
export function RowsEditor<Row>({ rows, onRows, fresh, add, name, children }: RowsEditorProps<Row>) {
  const { t } = useWords()
  return (
    <div className="plan-rows">
      {rows.map((row, at) => (
        <div key={at} className="plan-row" role="group" aria-label={name(row, at)}>
          {children(row, (part) => onRows(rows.map((one, other) => (other === at ? { ...one, ...part } : one))))}
          <Button
            kind="quiet"
            onClick={() => onRows(rows.filter((_, other) => other !== at))}
            aria-label={`${t('missions.remove')} ${name(row, at)}`}
          >
            {t('missions.remove')}
          </Button>
        </div>
      ))}
      <div>
        <Button onClick={() => onRows([...rows, fresh(rows.at(-1))])}>{add}</Button>
      </div>
    </div>
  )
}
