/* Figures with their tables: a share with what it was counted from, and a mark where fewer people stand behind it than may be told. */
import { useAnswer } from '../../../../app/ask.ts'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import { type Language, numberText } from '../../../../kernel/phrase.ts'
import type { CaseFigures, Figure } from '../../contract-statistics.ts'
import { figureLabels, tableLabels, valueLabel } from './figure-labels.ts'
import { quarterText } from './quarter-text.ts'

interface Areas {
  readonly areas: readonly { readonly code: string; readonly name: string }[]
}
export function FiguresPanel({ figures }: { readonly figures: CaseFigures }) {
  const { t, language } = useWords()
  const few = `< ${figures.least}`
  const areas = useAnswer<Areas>('/api/places/areas?level=province').data?.areas ?? []
  const columnText = (code: string) => areas.find((one) => one.code === code)?.name ?? valueLabel(code)[language]
  return (
    <>
      <Panel title={t('case-figures.title')}>
        {figures.quarter !== null && <Note tone="calm">{t('figures.quarter', { quarter: quarterText(figures.quarter, language) })}</Note>}
        <Note tone="calm">{t('figures.few', { few, n: figures.least })}</Note>
        <div className="table-wrap">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('figures.figure')}</th>
                <th scope="col">{t('figures.value')}</th>
                <th scope="col">{t('figures.of')}</th>
              </tr>
            </thead>
            <tbody>
              {figures.figures.map((one) => (
                <tr key={one.figure}>
                  <th scope="row">{figureLabels[one.figure]?.[language] ?? one.figure}</th>
                  <td>{one.isWithheld ? few : shown(one, language)}</td>
                  <td>
                    {one.count !== null && one.of !== null ? `${one.count} / ${one.of}` : one.of !== null ? `${few} / ${one.of}` : ''}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <Source>{t(figures.quarter === null ? 'figures.still-runs' : 'figures.quarter.source')}</Source>
      </Panel>
      {figures.tables.map((table) => (
        <Panel key={table.table} title={tableLabels[table.table][language]}>
          <div className="table-wrap">
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('figures.type')}</th>
                  {table.columns.map((column) => (
                    <th key={column} scope="col">
                      {columnText(column)}
                    </th>
                  ))}
                  <th scope="col">{t('figures.all')}</th>
                </tr>
              </thead>
              <tbody>
                {table.rows.map((row) => (
                  <tr key={row.row}>
                    <th scope="row">{row.row === 'all' ? t('figures.all') : valueLabel(row.row)[language]}</th>
                    {row.cells.map((cell, at) => (
                      <td key={table.columns[at] ?? 'all'}>{cell ?? few}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <Source>{t('figures.table.source')}</Source>
        </Panel>
      ))}
    </>
  )
}
function shown({ value, unit }: Figure, language: Language): string {
  if (value === null) return '–'
  if (unit === 'share') return `${numberText(language, Math.round(value / 100))}\u00a0%`
  return unit === 'hundredths' ? numberText(language, Math.round(value / 10) / 10, 1) : numberText(language, value)
}
