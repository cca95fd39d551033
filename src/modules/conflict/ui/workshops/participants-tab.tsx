/* Who is invited, as counts by category and sex. Chairs have no names, so nobody can be found here. */
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { ParticipantCategory } from '../../contract-workshops.ts'
import { SEXES, countsOf, totalOf, totalsBySex } from './dealing.ts'
import type { TabProps } from './tab-props.ts'

export function ParticipantsTab({ data }: TabProps) {
  const { t } = useWords()
  const counts = countsOf(data.seats)
  const all = totalsBySex(counts)
  if (data.seats.length === 0)
    return (
      <EmptyState title={t('workshop.seats.none')}>
        <p>{t('workshop.seats.none.do')}</p>
      </EmptyState>
    )
  const row = (count: typeof all) => [...SEXES.map((sex) => count[sex]), totalOf(count)]
  return (
    <Panel title={t('workshop.participants')}>
      <div className="table-wrap">
        <table className="table workshop-tight">
          <caption className="unseen">{t('workshop.participants')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('workshop.category')}</th>
              {SEXES.map((sex) => (
                <th key={sex} scope="col" className="n">
                  {t(`workshop.sex.${sex}`)}
                </th>
              ))}
              <th scope="col" className="n">
                {t('workshop.total')}
              </th>
            </tr>
          </thead>
          <tbody>
            {ParticipantCategory.options.map((category) => (
              <tr key={category}>
                <th scope="row">{t(`code.category.${category}`)}</th>
                <Numbers of={row(counts[category])} />
              </tr>
            ))}
            <tr className="workshop-sum">
              <th scope="row">{t('workshop.total')}</th>
              <Numbers of={row(all)} />
            </tr>
          </tbody>
        </table>
      </div>
      <Source>{t('workshop.participants.source')}</Source>
    </Panel>
  )
}
function Numbers({ of }: { readonly of: readonly number[] }) {
  return of.map((count, index) => (
    <td key={index} className="n">
      {count}
    </td>
  ))
}
