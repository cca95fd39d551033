/* New: visits to open or to fill in, by mission, from what the telephone carries; nearest first once somebody asked how far they are. */
import type { Phone } from '../../../app/field/phone.ts'
import { AppLink, LinkButton } from '../../../app/kit/button.tsx'
import { Note } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { dateText } from '../../../kernel/phrase.ts'
import { type Translate, useWords } from '../../../app/words.ts'
import type { Distance } from '../domain/distance.ts'
import type { NewVisit } from '../domain/new-visits.ts'
import { distanceText, useDistances, useHere, WhereButton } from './here.tsx'
import { useNewVisits } from './new-visits.ts'

export function NewShelf({ phone }: { readonly phone: Phone }) {
  const { t } = useWords()
  const { data, error, refetch } = useNewVisits(phone)
  const where = useHere()
  const visits = data?.visits ?? []
  const distances = useDistances(
    visits.map((visit) => visit.site),
    where.here,
  )
  const far = (visit: NewVisit): number => distances.get(visit.site)?.kilometres ?? Number.POSITIVE_INFINITY
  const nearestFirst = distances.size === 0 ? visits : visits.toSorted((a, b) => (far(a) === far(b) ? 0 : far(a) - far(b)))
  if (error) return <ErrorState error={error} again={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      {data.notKept > 0 && <Note tone="calm">{t('phone.new.not-kept')}</Note>}
      {data.notStarted.map((reference) => (
        <Note key={reference} tone="calm">
          {t('phone.new.not-started', { reference })}
        </Note>
      ))}
      {data.visits.length === 0 ? (
        <EmptyState title={t('phone.new.none')}>
          <p>{t(data.missions > 0 && data.notKept === 0 ? 'phone.new.all-done' : 'phone.new.none.do')}</p>
          <LinkButton to="/field/carry">{t('phone.carry')}</LinkButton>
        </EmptyState>
      ) : (
        <>
          <WhereButton where={where} />
          <ul className="shelf-items">
            {nearestFirst.map((visit) => (
              <Visit key={visit.inspection ?? `${visit.mission}.${visit.site}`} visit={visit} distance={distances.get(visit.site)} />
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Visit({ visit, distance }: { readonly visit: NewVisit; readonly distance: Distance | undefined }) {
  const { t } = useWords()
  return (
    <li className={visit.state === 'returned' ? 'needs-you' : undefined}>
      <div className="row tight">
        <b>{visit.name}</b>
        <LinkButton to={addressOf(visit)} kind="primary">
          {t(visit.state === 'open' ? 'phone.item.open' : 'phone.drafts.go-on')}
        </LinkButton>
      </div>
      {distance && <div className="small">{distanceText(t, distance)}</div>}
      <div className="small">
        {t(`phone.new.${visit.state}`)} ·{' '}
        <AppLink to={`/missions/${visit.mission}`}>{t('phone.new.mission', { reference: visit.reference })}</AppLink>
        {daysText(t, visit)}
      </div>
    </li>
  )
}

/** A visit is opened from its mission, where the team says whether it reached the site. */
const addressOf = ({ inspection, mission }: NewVisit): string =>
  inspection === null ? `/missions/${mission}` : `/inspections/${inspection}`

function daysText(t: Translate, { from, to, on }: NewVisit): string {
  if (on !== null) return ` · ${dateText(on)}`
  return from === null || to === null ? '' : ` · ${t('phone.new.days', { from: dateText(from), to: dateText(to) })}`
}
