/* What somebody must know before reading on: each says what happened and what would change it. */
import { AppLink } from '../../../../app/kit/button.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { Note, Source } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import type { SitePage } from '../../domain/register/answers.ts'
import { lapseWords } from './lapse-words.ts'
import { rulebookTitle } from '../rulebook-title.ts'

export function SiteNotes({ site }: { readonly site: SitePage }) {
  const { t, language } = useWords()
  const { standing } = site
  const alarms = site.visits.filter((visit) => visit.armedInterference === true && visit.greenThen && visit.voidedAt === null)
  const newest = alarms[0]
  const reported = standing.basis === 'reported' && standing.colour !== 'none'
  const lapse = lapseWords(standing)
  return (
    <>
      <PastNote site={site} />
      {standing.hold && (
        <Note tone="red">
          <b>{t('site.note.hold')}</b> {t('site.note.hold.why', { reason: standing.hold.reason, from: standing.hold.from })}
        </Note>
      )}
      {lapse && (
        <Note {...(standing.colour === 'red' ? { tone: 'red' } : {})}>
          <b>{t(`site.note.lapse.${lapse.what}`, lapse.facts)}</b> {t(`site.note.lapse.${lapse.next}`)}
          <Source>
            {standing.rulebook.id}
            {t('app.colon')} {rulebookTitle(standing.rulebook.id, language)}
          </Source>
        </Note>
      )}
      {standing.orderNumber !== null && standing.orderPublishedOn === null && (
        <Note>{t('site.note.not-published', { number: standing.orderNumber })}</Note>
      )}
      {newest && (
        <Note tone="red">
          <b>{t('site.note.interference', { n: alarms.length, on: newest.on })}</b> {t('site.note.interference.do')}
        </Note>
      )}
      {reported && (
        <Note>
          {t('site.note.reported')}{' '}
          {site.reports.find((one) => one.voidedAt === null)?.outsideTerritory === true && t('findings.outside-territory')}{' '}
          {standing.lapse && t('site.note.reported.lapsed', { until: standing.lapse.on })}
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
      {t('asof.past', { asOf, knownAt: knownAt.slice(0, 10) })} {knownAt.slice(0, 10) < today && t('site.note.register-today')}{' '}
      <AppLink to={`/sites/${site.id}`}>{t('asof.reset')}</AppLink>
    </Note>
  )
}
