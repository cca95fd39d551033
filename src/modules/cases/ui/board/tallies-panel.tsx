/*
Interviews that were refused or stopped, or of which the person wanted nothing kept, by month: numbers of ten and more, rounded down, and a mark where
fewer stand behind one. Nothing else of them was kept.
*/
import { useAnswer } from '../../../../app/ask.ts'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { disclosureRules } from '../../../../kernel/disclosure/disclosure-rules.ts'
import type { ScreeningTally } from '../../domain/identification/screening-flow.ts'
import { type Labels, label } from '../../domain/label.ts'

type Outcome = ScreeningTally['outcome']
interface Cell {
  readonly shown: number | null
  readonly withheld: 'below-minimum' | 'complement' | null
}
interface Tallies {
  readonly outcomes: readonly Outcome[]
  readonly months: readonly { readonly month: string; readonly cells: readonly Cell[] }[]
}
const outcomeLabels: Labels<Outcome> = {
  'consent-refused': label('Refusés', 'Refused'),
  stopped: label('Arrêtés', 'Stopped'),
  screened: label('Menés, rien gardé', 'Held, nothing kept'),
}
const { value: least, evidence } = disclosureRules.leastOutside

export function TalliesPanel() {
  const { t, language } = useWords()
  const { data, error, loading, again } = useAnswer<Tallies>('/api/interview-tallies')
  return (
    <Panel title={t('tallies.title')}>
      <div className="stack">
        {loading && <Loading />}
        {error && data === undefined && <ErrorState error={error} again={again} />}
        {data?.months.length === 0 && <EmptyState title={t('tallies.none')} />}
        {data !== undefined && data.months.length > 0 && (
          <div className="table-wrap">
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('tallies.month')}</th>
                  {data.outcomes.map((one) => (
                    <th key={one} scope="col">
                      {outcomeLabels[one][language]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {data.months.map(({ month, cells }) => (
                  <tr key={month}>
                    <th scope="row">{monthText(month)}</th>
                    {cells.map((cell, at) => (
                      <td key={data.outcomes[at] ?? at}>{cellText(cell)}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <Source>{t('tallies.source', { least, mark: evidence })}</Source>
      </div>
    </Panel>
  )
}
/** What protects another cell bears a mark of its own: it may be large. */
export function cellText({ shown, withheld }: Cell): string {
  if (shown !== null) return `≥ ${shown}`
  return withheld === 'complement' ? '…' : `< ${least}`
}
/** `2026-10` as `10-2026`. */
export const monthText = (month: string): string => `${month.slice(5, 7)}-${month.slice(0, 4)}`
