/* What somebody must know before reading on: each says what happened and what would change it. */
import { AppLink } from '../../../app/kit/button.tsx'
import { todayHere } from '../../../app/kit/clock.ts'
import { Note } from '../../../app/kit/panel.tsx'
import { isLapsedGreen } from '../../../app/kit/status-mark.tsx'
import { type Translate, useWords } from '../../../app/words.ts'
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
          <b>{lapseText(t, standing)}</b> {t('site.note.lapsed.do')}
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
      {site.lastVisitOn === null && site.inspections.length === 0 && <Note>{t('site.note.never-visited')}</Note>}
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

function lapseText(t: Translate, { colour, basis, lapsed, since, validUntil }: SitePage['standing']): string {
  const until = validUntil ?? t('app.unknown')
  if (isLapsedGreen({ colour, basis, lapsed })) return t('site.note.lapsed-green', { since: since ?? t('app.unknown'), until })
  return t('site.note.lapsed', { colour: t(`status.${colour}`).toLowerCase(), until })
}
