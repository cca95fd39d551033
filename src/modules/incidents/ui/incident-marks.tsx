/* Small marks that several screens of incidents share: severity, place, a clock. */
import { AppLink } from '../../../app/kit/button.tsx'
import { DateText } from '../../../app/kit/values.tsx'
import { useWords } from '../../../app/words.ts'
import type { Clock, IncidentSummary } from '../contract-report.ts'
import './incidents.css'

export function SeverityInk({ severity }: { readonly severity: 1 | 2 | 3 }) {
  const { t } = useWords()
  return <span className={`incident-severity incident-severity-${severity}`}>{t(`incident-severity.${severity}`)}</span>
}
export function PlaceText({ of }: { readonly of: IncidentSummary }) {
  const { t } = useWords()
  if (of.site !== null) return <AppLink to={`/sites/${of.site}`}>{of.place ?? of.site}</AppLink>
  return (
    <>
      {of.place ?? of.territoireCode ?? of.provinceCode ?? '–'}
      {of.full && <span className="small"> · {t(`incident-place.${of.placeKind}`)}</span>}
    </>
  )
}
export function ClockLine({ clock }: { readonly clock: Clock }) {
  const { t } = useWords()
  return (
    <span className={clock.overdue ? 'incident-late' : undefined}>
      {t(`incident-clock.${clock.clock}`)} <DateText date={clock.due} />
      {clock.overdue && <b> ({t('incidents.late').toLowerCase()})</b>}
    </span>
  )
}
