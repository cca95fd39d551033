/*
Events of violence around the sites, as outside sources tell them: numbers, a map of areas and known places, a table of areas in which silence and
"nobody looked" are two things, the newest events, and what each source covers. Rows that may not be passed on stand in a table without export or print.
*/
import type { FeatureCollection } from 'geojson'
import { Suspense, lazy } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { Figure } from '../../../../app/kit/figure.tsx'
import { DateField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { Toolbar } from '../../../../app/kit/toolbar.tsx'
import { type UrlState, useUrlState, writeSearch } from '../../../../app/kit/url-state.ts'
import { useWords } from '../../../../app/words.ts'
import { ConflictSource, type EventAnswer, Violence } from '../../contract-events.ts'
import { AreaTable, EventTable, OwnEvents, SourceTable } from './event-tables.tsx'

const AreaMap = lazy(async () => ({ default: (await import('./area-map.tsx')).AreaMap }))

export function EventsScreen() {
  const { t } = useWords()
  const [state, change] = useUrlState()
  const { from, until, violence, source, area, actor } = state
  const { data, answer, error, again } = useAnswer<EventAnswer>(
    `/api/conflict/events${writeSearch({ from, until, violence, source, area, actor })}`,
  )
  return (
    <Page title={t('violence.title')} under={t('violence.under')} answer={answer}>
      <Filters state={state} change={change} data={data} />
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && <Events data={data} kept={(source ?? 'own') === 'own' && data.sources.some((one) => !one.mayBeShared)} />}
    </Page>
  )
}

interface FiltersProps {
  readonly state: UrlState
  readonly change: (change: UrlState) => void
  readonly data: EventAnswer | undefined
}
function Filters({ state, change, data }: FiltersProps) {
  const { t } = useWords()
  const any = { value: '', label: t('conflict.any.feminine') }
  const provinces = (data?.areas ?? []).filter((one) => one.level === 'province')
  const chosen = state['area'] ?? ''
  const listed = provinces.some((one) => one.area === chosen) || chosen === '' ? provinces : [{ area: chosen, name: chosen }, ...provinces]
  return (
    <Toolbar label={t('violence.filters')}>
      <DateField label={t('violence.from')} value={state['from'] ?? data?.from ?? ''} onValue={(from) => change({ from })} />
      <DateField label={t('violence.until')} value={state['until'] ?? data?.until ?? ''} onValue={(until) => change({ until })} />
      <SelectField
        label={t('violence.kind')}
        value={state['violence'] ?? ''}
        options={[
          { value: '', label: t('filter.any') },
          ...Violence.options.map((value) => ({ value: String(value), label: t(`violence.kind.${value}`) })),
        ]}
        onValue={(violence) => change({ violence })}
      />
      <SelectField
        label={t('violence.province')}
        value={chosen}
        options={[any, ...listed.map(({ area, name }) => ({ value: area, label: name }))]}
        onValue={(area) => change({ area })}
      />
      <SelectField
        label={t('violence.source')}
        value={state['source'] ?? ''}
        options={[any, ...ConflictSource.options.map((value) => ({ value: String(value), label: t(`violence.source.${value}`) }))]}
        onValue={(source) => change({ source })}
      />
      <TextField
        label={t('violence.actor')}
        type="search"
        placeholder={t('violence.actor.hint')}
        value={state['actor'] ?? ''}
        maxLength={120}
        onValue={(actor) => change({ actor })}
      />
    </Toolbar>
  )
}

/** `kept`: its numbers count rows that may not be passed on, so they are neither exported nor printed. */
function Events({ data, kept }: { readonly data: EventAnswer; readonly kept: boolean }) {
  const { t } = useWords()
  if (data.sources.length === 0) return <EmptyState title={t('violence.none')}>{t('violence.none.do')}</EmptyState>
  const credit = [...new Set(data.sources.filter((one) => one.mayBeShared).map((one) => one.name)), t('violence.credit')].join(' · ')
  return (
    <>
      {kept && <Note>{t('violence.kept')}</Note>}
      <div className={kept ? 'figures no-print' : 'figures'}>
        <Figure number={data.total} label={t('violence.events')} source={t('violence.rule')} />
        <Figure number={data.deaths} label={t('violence.deaths')} source={t('violence.rule')} />
        <Figure number={data.ofNoArea} label={t('violence.of-no-area')} source={t('violence.rule')} />
      </div>
      <div className={kept ? 'stack no-print' : 'stack'}>
        <Panel title={t('violence.map')}>
          <p className="small">{t('violence.map.say')}</p>
          <MapPart data={data} />
          <Source>{credit}</Source>
        </Panel>
        <Panel title={t('violence.areas')}>
          <AreaTable areas={data.areas} kept={kept} />
        </Panel>
      </div>
      <Panel title={t('violence.list')}>
        {data.events.length < data.total && (
          <Note tone="calm">{t('violence.list.newest', { n: data.events.length, total: data.total })}</Note>
        )}
        <EventTable data={data} />
        <Source>{credit}</Source>
      </Panel>
      <OwnEvents data={data} />
      <Panel title={t('violence.sources')}>
        <SourceTable sources={data.sources} />
        {data.withheld.length > 0 && <p className="small">{t('violence.withheld')}</p>}
      </Panel>
    </>
  )
}

function MapPart({ data }: { readonly data: EventAnswer }) {
  const { t } = useWords()
  const boundaries = useAnswer<FeatureCollection>('/api/places/boundaries?level=territoire')
  if (boundaries.error) return <ErrorState error={boundaries.error} again={boundaries.again} />
  if (!boundaries.data) return <Loading />
  if (boundaries.data.features.length === 0) return <Note tone="calm">{t('violence.map.none')}</Note>
  return (
    <Suspense fallback={<Loading />}>
      <AreaMap boundaries={boundaries.data} areas={data.areas} points={data.events} />
    </Suspense>
  )
}
