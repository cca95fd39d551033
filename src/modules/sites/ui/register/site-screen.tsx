/*
One site: its status with its clock, what is known and since when, what the last visit found, what its status allows, and who
sees what of it. Everything follows the two dates in the address.
*/
import { useAnswer } from '../../../../app/ask.ts'
import { asOfQuery, useAsOf } from '../../../../app/kit/as-of-picker.tsx'
import { AppLink, Button, LinkButton } from '../../../../app/kit/button.tsx'
import { MineralMarks } from '../../../../app/kit/mineral-mark.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { StandingMark } from '../../../../app/kit/status-mark.tsx'
import type { ScreenProps } from '../../../../app/screen.ts'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { SitePage } from '../../domain/register/answers.ts'
import { AllowsPanel } from './allows-panel.tsx'
import { AudiencePanel, openAudience } from './audience-panel.tsx'
import { FindingsPanel } from './findings-panel.tsx'
import { LaidParts } from './laid-parts.tsx'
import { NearPanel } from './near-panel.tsx'
import { OrdersPanel } from './orders-panel.tsx'
import { PlacePanel } from './place-panel.tsx'
import { RegisterPanel } from './register-panel.tsx'
import { historyOf } from './site-history.ts'
import { SiteNotes } from './site-notes.tsx'
import { HistoryTable } from '../timeline/history-table.tsx'
import { ToldPanel } from './told-panel.tsx'
import { ReasonsPanel } from '../status/reasons.tsx'
import { Timeline, TimelineDates } from '../timeline/timeline.tsx'
import './site.css'

export function SiteScreen({ params }: ScreenProps) {
  const dates = useAsOf()
  const { data, answer, error, again } = useAnswer<SitePage>(`/api/sites/${params['site'] ?? ''}${asOfQuery(dates)}`)
  const { t } = useWords()
  const me = useMe().data
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const asOf = data.standing.asOf
  return (
    <Page
      title={data.name}
      marks={<MineralMarks minerals={data.minerals} />}
      crumbs={<Crumbs site={data} />}
      under={<Under site={data} />}
      answer={answer}
      actions={
        <>
          <StandingMark standing={data.standing} />
          <Button onClick={() => window.print()}>{t('app.print')}</Button>
          {mayOpen('sites.plan-mission', me) && (
            <LinkButton kind="primary" to="/missions/new" search={{ site: data.id }}>
              {t('site.plan')}
            </LinkButton>
          )}
        </>
      }
    >
      <SiteNotes site={data} />
      <HistoryPanel site={data} today={asOf} />
      <div className="site-main">
        <FindingsPanel site={data} />
        <div className="stack">
          <ReasonsPanel standing={data.standing} />
          <AllowsPanel standing={data.standing} />
          <PlacePanel site={data} />
        </div>
      </div>
      <LaidParts site={data.id} asOf={asOf} />
      <ToldPanel site={data} />
      <OrdersPanel site={data} />
      <RegisterPanel site={data.id} />
      <NearPanel site={data} />
      <AudiencePanel site={data} />
    </Page>
  )
}

function Crumbs({ site }: { readonly site: SitePage }) {
  const { t } = useWords()
  return (
    <>
      <AppLink to="/sites">{t('sites.title')}</AppLink>
      {site.province && (
        <>
          {' › '}
          <AppLink to="/sites" search={{ province: site.province.code }}>
            {site.province.name}
          </AppLink>
        </>
      )}
      {site.territoire && ` › ${site.territoire.name} (${site.territoire.kind})`}
    </>
  )
}

function Under({ site }: { readonly site: SitePage }) {
  const { t } = useWords()
  const me = useMe().data
  return (
    <>
      {site.icglrId === null ? t('site.no-icglr-id') : `${t('site.icglr-id')} ${site.icglrId}`} · {t('site.national-id')} {site.nationalId}{' '}
      ·{' '}
      <a href="#audience" onClick={() => openAudience()}>
        {t('site.audience.link')}
      </a>{' '}
      · <AppLink to={`/sites/${site.id}/acts`}>{t('acts.open')}</AppLink>
      {mayOpen('custody.read', me) && (
        <>
          {' '}
          · <AppLink to={`/traces/sites/${site.id}`}>{t('trace.impact.link')}</AppLink>
        </>
      )}
    </>
  )
}

function HistoryPanel({ site, today }: { readonly site: SitePage; readonly today: string }) {
  const { t } = useWords()
  const history = historyOf(t, site)
  const sources = [...new Set([...site.orders.map((order) => order.number), ...site.visits.map((visit) => visit.source.name)])]
  return (
    <Panel title={t('site.history')} aside={<TimelineDates />}>
      <Timeline history={history} today={today} />
      <Source>
        {t('site.history.source', {
          orders: site.orders.length,
          inspections: site.inspections.length,
          visits: site.visits.length,
          reports: site.reports.length,
        })}
        {sources.length > 0 && ` · ${sources.slice(0, 6).join(', ')}`}
      </Source>
      <details className="twin no-print">
        <summary>{t('timeline.as-table')}</summary>
        <HistoryTable history={history} file={`site-${site.nationalId}`} />
      </details>
    </Panel>
  )
}
