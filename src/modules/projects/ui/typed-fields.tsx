/* The form of a value: persons in one small table by sex and age with its sums, other divisions line by line, shares by what counts and of how many; and the evidence. No name of a person. */
import { Button } from '../../../app/kit/button.tsx'
import { LongTextField, TextField } from '../../../app/kit/field.tsx'
import { numberText } from '../../../kernel/phrase.ts'
import { useWords, wordOr } from '../../../app/words.ts'
import type { PlanIndicator } from '../contract.ts'
import { type PartLine, type TableShape, type TableSums, type TypedText, cellKey, shapeOf, sumsOf } from './typed-form.ts'

interface TypedFieldsProps {
  readonly indicator: PlanIndicator
  readonly form: TypedText
  readonly change: (part: Partial<TypedText>) => void
}
export function TypedFields({ indicator, form, change }: TypedFieldsProps) {
  const { t, language } = useWords()
  const shape = shapeOf(indicator)
  const sums = sumsOf(shape, form.cells)
  const isTabled = shape.rows !== null
  return (
    <div className="stack">
      {isTabled && <ReachTable shape={shape} sums={sums} form={form} change={change} />}
      {sums === 'empty' ? (
        <TextField
          label={t(indicator.unit === 'number' ? (isTabled ? 'projects.total.alone' : 'projects.value') : 'projects.numerator')}
          hint={isTabled ? t('projects.total.alone.hint') : undefined}
          inputMode="decimal"
          value={form.numerator}
          onValue={(numerator) => change({ numerator })}
          required={!isTabled}
        />
      ) : (
        <p role="status">
          {sums === null ? t('projects.table.whole') : t('projects.table.total', { n: numberText(language, sums.total) })}
        </p>
      )}
      {indicator.unit !== 'number' && (
        <TextField
          label={t('projects.denominator')}
          hint={t('projects.denominator.hint')}
          inputMode="decimal"
          value={form.denominator}
          onValue={(denominator) => change({ denominator })}
          required
        />
      )}
      {shape.others.map((by) => (
        <PartLines key={by} by={by} lines={form.lines} change={(lines) => change({ lines })} />
      ))}
      <LongTextField
        label={t('projects.evidence')}
        hint={t('projects.evidence.hint')}
        value={form.what}
        onValue={(what) => change({ what })}
        maxLength={300}
        rows={2}
        required
      />
    </div>
  )
}
interface ReachTableProps extends Pick<TypedFieldsProps, 'form' | 'change'> {
  readonly shape: TableShape
  readonly sums: TableSums | 'empty' | null
}
function ReachTable({ shape: { rows, columns }, sums, form, change }: ReachTableProps) {
  const { t, language } = useWords()
  if (rows === null) return null
  const said = (by: string, key: string): string => wordOr(`projects.part.${by}.${key}`, key)
  const sum = (of: TableSums['byRow'], key: string): string =>
    sums === null || sums === 'empty' ? '–' : numberText(language, of[key] ?? 0)
  const found = sums === null || sums === 'empty' ? { byRow: {}, byColumn: {} } : sums
  return (
    <table className="reach-table">
      <caption>{t(columns === null ? 'projects.table.one' : 'projects.table.two')}</caption>
      <thead>
        <tr>
          <th scope="col">{wordOr(`projects.by.${rows.by}`, rows.by)}</th>
          {columns === null ? (
            <th scope="col">{t('projects.value')}</th>
          ) : (
            columns.keys.map((column) => (
              <th key={column} scope="col">
                {said(columns.by, column)}
              </th>
            ))
          )}
          {columns !== null && <th scope="col">{t('projects.table.sum')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.keys.map((row) => (
          <tr key={row}>
            <th scope="row">{said(rows.by, row)}</th>
            {(columns?.keys ?? [null]).map((column) => {
              const key = cellKey(row, column)
              return (
                <td key={key}>
                  <input
                    className="input"
                    inputMode="numeric"
                    aria-label={
                      column === null || columns === null ? said(rows.by, row) : `${said(rows.by, row)}, ${said(columns.by, column)}`
                    }
                    value={form.cells[key] ?? ''}
                    onChange={(event) => change({ cells: { ...form.cells, [key]: event.target.value } })}
                  />
                </td>
              )
            })}
            {columns !== null && <td className="num">{sum(found.byRow, row)}</td>}
          </tr>
        ))}
      </tbody>
      {columns !== null && (
        <tfoot>
          <tr>
            <th scope="row">{t('projects.table.sum')}</th>
            {columns.keys.map((column) => (
              <td key={column} className="num">
                {sum(found.byColumn, column)}
              </td>
            ))}
            <td className="num">{sums === null || sums === 'empty' ? '–' : numberText(language, sums.total)}</td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}
function PartLines({
  by,
  lines,
  change,
}: {
  readonly by: string
  readonly lines: readonly PartLine[]
  readonly change: (lines: readonly PartLine[]) => void
}) {
  const { t } = useWords()
  const label = wordOr(`projects.by.${by}`, by)
  const own = lines.flatMap((line, at) => (line.by === by ? [{ line, at }] : []))
  const set = (at: number, part: Partial<PartLine>) => change(lines.map((one, index) => (index === at ? { ...one, ...part } : one)))
  return (
    <fieldset className="milestones">
      <legend>{t('projects.parts.by', { by: label })}</legend>
      {own.map(({ line, at }, n) => (
        <div key={at} className="milestone">
          <TextField label={t('projects.part.name', { n: n + 1 })} value={line.key} onValue={(key) => set(at, { key })} maxLength={60} />
          <TextField
            label={t('projects.part.number', { n: n + 1 })}
            inputMode="decimal"
            value={line.number}
            onValue={(number) => set(at, { number })}
          />
          <Button onClick={() => change(lines.filter((_, index) => index !== at))}>{t('projects.take-out')}</Button>
        </div>
      ))}
      <Button onClick={() => change([...lines, { by, key: '', number: '' }])}>{t('projects.add-part')}</Button>
    </fieldset>
  )
}
