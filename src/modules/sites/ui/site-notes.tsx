/* What somebody must know before reading on: each says what happened and what would change it. */
import { AppLink } from '../../../app/kit/button.tsx'
import { todayHere } from '../../../app/kit/clock.ts'
import { Note } from '../../../app/kit/panel.tsx'
import { useWords } from '../../../app/words.ts'
import type { SitePage } from '../domain/answers.ts'

export function SiteNotes({ site }: { readonly site: SitePage }) {
  const { t } = useWords()
  const { standing } = site
  const alarms = site.visits.filter((visit) => visit.armedInterference === true && visit.greenThen && visit.voidedAt === null)
  const newest = alarms[0]
  const reported = standing.basis === 'reported' && standing.colour !== 'none'
  return (
    <>
      <PastNote site={site} />
      {standing.hold && (
        <Note tone="red">
          <b>{t('site.note.hold')}</b> {t('site.note.hold.why', { reason: standing.hold.reason, from: standing.hold.from })}
        </Note>
      )}
      {standing.lapsed && !reported && (
        <Note tone="red">
          <b>
            {t('site.note.lapsed', {
              colour: t(`status.${standing.colour}`).toLowerCase(),
              until: standing.validUntil ?? t('app.unknown'),
            })}
          </b>{' '}
          {t('site.note.lapsed.do')}
        </Note>
      )}
      {newest && (
        <Note tone="red">
          <b>{t('site.note.interference', { n: alarms.length, on: newest.on })}</b> {t('site.note.interference.do')}
        </Note>
      )}
      {reported && (
        <Note>
          {t('site.note.reported')}{' '}
          {standing.lapsed && standing.validUntil !== null && t('site.note.reported.lapsed', { until: standing.validUntil })}
        </Note>
      )}
      {site.lastVisitOn === null && <Note>{t('site.note.never-visited')}</Note>}
    </>
  )
}

function PastNote({ site }: { readonly site: SitePage }) {
  const { t } = useWords()
  const { asOf, knownAt } = site.standing
  const today = todayHere()
  if (asOf >= today && knownAt.slice(0, 10) >= today) return null
  return (
    <Note tone="calm">
      {t('asof.past', { asOf, knownAt: knownAt.slice(0, 10) })} <AppLink to={`/sites/${site.id}`}>{t('asof.reset')}</AppLink>
    </Note>
  )
}
