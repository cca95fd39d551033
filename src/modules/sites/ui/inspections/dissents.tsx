/* Who disagreed on what, told again wherever somebody decides on the inspection: a decision is not taken past a dissent unseen. */
import { AppLink } from '../../../../app/kit/button.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { useAnswer } from '../../../../app/ask.ts'
import { useWords, wordOr } from '../../../../app/words.ts'
import { findCriterion } from '../../domain/missions/criteria.ts'
import type { InspectionList, InspectionPage } from '../../domain/missions/mission-answers.ts'

export function Dissents({ dissents }: Pick<InspectionPage, 'dissents'>) {
  const { t, language } = useWords()
  if (dissents.length === 0) return null
  return (
    <Note tone="red">
      <b>{t('inspect.dissents', { n: dissents.length })}</b>
      <ul>
        {dissents.map(({ by, criterion, reason }, at) => (
          <li key={at}>
            <b>{wordOr(`body.${by}`, by)}</b>, {criterion} {findCriterion(criterion)?.violation[language]}
            {t('app.colon')} {reason ?? t('inspect.dissents.withheld')}
          </li>
        ))}
      </ul>
    </Note>
  )
}

/** For a line of an order: of the newest accepted visit of the site, on which the line rests. Asks again for nothing that the draft has. */
export function DissentsOfSite({ site }: { readonly site: string }) {
  const { t } = useWords()
  const accepted = useAnswer<InspectionList>('/api/inspections?phase=accepted').data?.inspections ?? []
  const visit = accepted.filter((one) => one.site === site).toSorted((a, b) => (a.on < b.on ? 1 : -1))[0]
  const n = useAnswer<InspectionPage>(visit ? `/api/inspections/${visit.inspection}` : null).data?.dissents.length ?? 0
  if (!visit || n === 0) return null
  return (
    <Note tone="red">
      <b>{t('inspect.dissents', { n })}</b> <AppLink to={`/inspections/${visit.inspection}`}>{t('inspect.dissents.read')}</AppLink>
    </Note>
  )
}
