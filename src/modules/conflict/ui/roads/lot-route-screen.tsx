/*
The risk of a lot's way: a strip of its legs, then one table for each leg with source and age of every finding, and who looked. What the reader is not told is
said as restricted, on every leg alike.
*/
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { type Column, DataTable, said } from '../../../../app/kit/data-table.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../../app/screen.ts'
import { type Translate, currentLanguage, useWords } from '../../../../app/words.ts'
import type { LotRoute, RouteArea, RouteFinding, RouteLeg } from '../../contract-route.ts'
import { amountText, kilometresText } from './figures.ts'
import './lot-route.css'

export function LotRouteScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const lot = params['lot'] ?? ''
  const { data, answer, error, again } = useAnswer<LotRoute>(`/api/conflict/lots/${lot}/route`)
  return (
    <Page
      title={t('route.title')}
      under={t('route.under')}
      answer={answer}
      crumbs={<AppLink to={`/lots/${lot}`}>{data ? t('route.of-lot', { number: data.number }) : t('lots.title')}</AppLink>}
    >
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && <Way route={data} />}
    </Page>
  )
}

function Way({ route }: { readonly route: LotRoute }) {
  const { t } = useWords()
  const { legs, territoires, withheld, rules } = route
  const { corridorKm: corridor, roadKm: road, staleDays: stale, eventDays: event, redKm: red } = rules
  return (
    <>
      {withheld.length > 0 && (
        <Note>
          <b>{t('route.restricted')}.</b> {t('route.restricted.say')}
        </Note>
      )}
      {legs.length === 0 && <EmptyState title={t('route.none')}>{null}</EmptyState>}
      <ol className="route-strip" aria-label={t('route.strip')}>
        {legs.map((leg, at) => (
          <li key={`${leg.basis} ${leg.from} ${leg.since} ${leg.to}`} className={`route-leg ${toneOf(leg)}`}>
            <b>{leg.from}</b>
            <span>→ {leg.to ?? t('route.to.unknown')}</span>
            <span className="small">{t('route.leg', { n: at + 1 })}</span>
            <span className="small">{stateText(t, leg)}</span>
          </li>
        ))}
      </ol>
      {legs.map((leg, at) => (
        <LegPanel key={`${leg.basis} ${leg.from} ${leg.since} ${leg.to}`} leg={leg} at={at} rules={rules} />
      ))}
      {route.cut && <Note tone="calm">{t('route.cut', { n: route.cut.listed, total: route.cut.total })}</Note>}
      {territoires !== null && <Areas areas={territoires} />}
      <Source>{t('route.rules', { corridor, road, stale, event, red })}</Source>
    </>
  )
}
const toneOf = ({ findings, looked }: RouteLeg): string => {
  if (findings === null) return 'restricted'
  if (findings.length > 0) return 'found'
  return looked?.roadblocks === 'yes' && looked.events ? 'quiet' : 'unlooked'
}
/** The same in words: a pattern alone says nothing to who does not see it. */
function stateText(t: Translate, leg: RouteLeg): string {
  const { findings } = leg
  if (findings === null) return t('route.restricted')
  if (findings.length > 0) return [...new Set(findings.map((one) => t(`route.kind.${one.kind}`)))].join(', ')
  return toneOf(leg) === 'quiet' ? t('route.nothing-known') : t('route.looked.roadblocks.no')
}

interface LegProps {
  readonly leg: RouteLeg
  readonly at: number
  readonly rules: LotRoute['rules']
}
function LegPanel({ leg, at, rules }: LegProps) {
  const { t } = useWords()
  const { from, to, since, until, basis, match, roads, road, findings, looked } = leg
  if (findings === null || looked === null) return null
  const isWhole = looked.roadblocks === 'yes' && looked.events
  const columns: readonly Column<RouteFinding>[] = [
    said('kind', t('route.finding'), (row) => t(`route.kind.${row.kind}`)),
    said('what', t('route.what'), (row) => whatOf(t, row, rules)),
    { key: 'on', header: t('route.age'), value: (row) => row.on, cell: (row) => row.on && <DateText date={row.on} age /> },
    said('away', t('route.distance'), (row) => awayOf(t, row)),
    said('source', t('route.source'), sourceOf),
  ]
  return (
    <Panel title={`${t('route.leg', { n: at + 1 })} · ${from} → ${to ?? t('route.to.unknown')}`}>
      <p className="small">
        {[
          t('route.days', { from: since, until }),
          t(`route.basis.${basis}`),
          t(`route.match.${match}`, { km: rules.corridorKm }),
          ...roads,
          road,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className={isWhole ? 'small' : 'small route-unlooked'}>
        {t(`route.looked.roadblocks.${looked.roadblocks}`)} · {t(looked.events ? 'route.looked.events' : 'route.looked.events.no')}
        {looked.areas.length > 0 && ` (${looked.areas.map((one) => one.name).join(', ')})`}
      </p>
      <DataTable
        caption={t('route.leg', { n: at + 1 })}
        file=""
        rows={findings}
        columns={columns}
        rowKey={(row) => `${row.kind} ${whatOf(t, row, rules)} ${row.on}`}
        order="-on"
        prefix={`l${at}.`}
        plain
        empty={<EmptyState title={t(isWhole ? 'route.nothing-known' : 'route.nothing-looked')}>{null}</EmptyState>}
      />
    </Panel>
  )
}

function whatOf(t: Translate, row: RouteFinding, { staleDays }: LotRoute['rules']): string {
  switch (row.kind) {
    case 'roadblock':
      return [
        row.name,
        ...row.operators.map((one) => [t(`route.operator.${one.class}`), one.name].filter(Boolean).join(`${t('app.colon')} `)),
        row.amount && amountText(currentLanguage(), row.amount),
        row.freshness === 'stale' && t('route.stale', { days: staleDays }),
        row.state === 'proposed' && t('route.proposed'),
        row.state === 'lifted' && t('route.lifted'),
      ]
        .filter(Boolean)
        .join(' · ')
    case 'event':
      return [row.sides, row.place, row.mayBeShared ? null : t('route.own')].filter(Boolean).join(' · ')
    case 'events-of-area':
      return t('route.events-of-area', { n: row.events, area: row.name })
    case 'armed-road':
      return `${row.name} · ${t(`route.armed.${row.armed}`)}`
    case 'sheet':
      return `${row.siteName} · ${t(`code.interference.${row.interference}`)}`
    case 'red-neighbour':
      return row.siteName
  }
}
function awayOf(t: Translate, row: RouteFinding): string {
  if (row.kind === 'roadblock') return row.kilometres === null ? t('route.on-road') : kilometresText(currentLanguage(), row.kilometres)
  return 'kilometres' in row && row.kilometres !== null ? kilometresText(currentLanguage(), row.kilometres) : '–'
}
const sourceOf = ({ source }: RouteFinding): string =>
  typeof source === 'string' ? source : `${source.name} (${source.reliability}${source.credibility})`

function Areas({ areas }: { readonly areas: readonly RouteArea[] }) {
  const { t } = useWords()
  const columns: readonly Column<RouteArea>[] = [
    said('area', t('route.area'), (row) => row.name),
    said('kinds', t('route.kinds'), (row) => row.kinds.map((one) => t(`route.kind.${one}`)).join(', ') || '–'),
    said('operators', t('route.operators'), (row) => row.operators.map((one) => t(`route.operator.${one}`)).join(', ') || '–'),
    said('looked', t('route.looked'), (row) => t(`route.looked.roadblocks.${row.roadblocks}`)),
  ]
  return (
    <Panel title={t('route.areas')}>
      <DataTable
        caption={t('route.areas')}
        file="route-areas"
        rows={areas}
        columns={columns}
        rowKey={(row) => row.area}
        order="area"
        prefix="a."
        plain
        empty={<EmptyState title={t('route.nothing-looked')}>{null}</EmptyState>}
      />
    </Panel>
  )
}
