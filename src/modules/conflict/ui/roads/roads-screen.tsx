/*
Roads and roadblocks of a desk: what stands where, who holds it, how old the last sight of it is, who looked, and the roads. A committee gets the classes by
territoire that the server gives and the sentence that the rest is restricted; what somebody proposed stays in sight of who proposed it.
*/
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, LinkButton } from '../../../../app/kit/button.tsx'
import { ageText, todayHere } from '../../../../app/kit/clock.ts'
import { type Column, DataTable, said } from '../../../../app/kit/data-table.tsx'
import { DateField, SelectField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { Toolbar } from '../../../../app/kit/toolbar.tsx'
import { type UrlState, useUrlState, writeSearch } from '../../../../app/kit/url-state.ts'
import { DateText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { numberText } from '../../../../kernel/phrase.ts'
import { Freshness, OperatorClass, type RoadblockLine, RoadblockState, type RoadLine, type RoadsAnswer } from '../../contract-roads.ts'
import { DescribeRoad } from './describe-road.tsx'
import { ProposeRoadblock } from './propose-roadblock.tsx'
import { RoadblockActs } from './roadblock-acts.tsx'
import { Surveys, Territoires } from './survey-panels.tsx'

export function RoadsScreen() {
  const { t } = useWords()
  const [state, change] = useUrlState()
  const { from, until } = state
  const { data, answer, error, again } = useAnswer<RoadsAnswer>(`/api/conflict/roads${writeSearch({ from, until })}`)
  return (
    <Page
      title={t('roads.title')}
      under={t('roads.under')}
      answer={answer}
      actions={
        <>
          {data?.may.propose && <ProposeRoadblock roads={data.roads} again={again} />}
          <LinkButton to="/conflict-map">{t('roads.to-map')}</LinkButton>
        </>
      }
    >
      <Filters state={state} change={change} data={data} />
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && data.withheld.length > 0 && (
        <Note>
          <b>{t('route.restricted')}.</b> {t('roads.restricted.say')}
        </Note>
      )}
      {data && <Roadblocks data={data} state={state} again={again} />}
      {data && <Surveys data={data} again={again} />}
      {data && <Territoires data={data} />}
      {data && data.withheld.length === 0 && <Roads rows={data.roads} again={data.may.map ? again : null} />}
    </Page>
  )
}

interface FiltersProps {
  readonly state: UrlState
  readonly change: (change: UrlState) => void
  readonly data: RoadsAnswer | undefined
}
function Filters({ state, change, data }: FiltersProps) {
  const { t } = useWords()
  const any = { value: '', label: t('filter.any') }
  const choice = (key: string, label: string, options: readonly { readonly value: string; readonly label: string }[]) => (
    <SelectField
      label={label}
      value={state[key] ?? ''}
      options={[key === 'fresh' ? { value: '', label: t('conflict.any.feminine') } : any, ...options]}
      onValue={(value) => change({ [key]: value })}
    />
  )
  return (
    <Toolbar label={t('roads.filters')}>
      <DateField label={t('roads.from')} value={state['from'] ?? data?.from ?? ''} onValue={(value) => change({ from: value })} />
      <DateField label={t('roads.until')} value={state['until'] ?? data?.until ?? ''} onValue={(value) => change({ until: value })} />
      {choice(
        'state',
        t('roads.state'),
        RoadblockState.options.map((value) => ({ value, label: t(`roads.state.${value}`) })),
      )}
      {choice(
        'held',
        t('roads.held-by'),
        OperatorClass.options.map((value) => ({ value, label: t(`route.operator.${value}`) })),
      )}
      {choice(
        'fresh',
        t('roads.fresh'),
        Freshness.options.map((value) => ({ value, label: t(`roads.fresh.${value}`) })),
      )}
      {choice('area', t('roads.area'), data?.territoires.map(({ area, name }) => ({ value: area, label: name })) ?? [])}
    </Toolbar>
  )
}

interface RoadblocksProps {
  readonly data: RoadsAnswer
  readonly state: UrlState
  readonly again: () => void
}
function Roadblocks({ data, state, again }: RoadblocksProps) {
  const { t } = useWords()
  const columns = useColumns({ may: data.may, again })
  const { held = '', fresh = '', area = '' } = state
  const isCleared = data.withheld.length === 0
  const rows = data.roadblocks.filter(
    (one) =>
      ['', one.state].includes(state['state'] ?? '') &&
      (held === '' || one.operators.some((operator) => operator.class === held)) &&
      ['', one.freshness].includes(fresh) &&
      ['', one.territoire].includes(area),
  )
  if (!isCleared && data.roadblocks.length === 0) return null
  const title = t(isCleared ? 'roads.blocks' : 'roads.blocks.own')
  return (
    <Panel title={title}>
      <DataTable
        {...{ caption: title, file: 'roadblocks', rows, columns, order: '-seen', prefix: 'b.' }}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('roads.blocks.none')}>{t('roads.blocks.none.say')}</EmptyState>}
      />
      <Source>{t('roads.rule')}</Source>
    </Panel>
  )
}
type Translate = ReturnType<typeof useWords>['t']
const placeText = (t: Translate, { name, road, roadName, km, territoireName }: RoadblockLine): string =>
  [name, road !== null && km !== null ? t('roads.km', { road: roadName ?? '', km }) : null, territoireName].filter(Boolean).join(' · ')
function taxText(t: Translate, { taxed, resources, amount }: RoadblockLine): string {
  const ore = resources.map((one) => t(`mineral.${one}`)).join(', ')
  const what = [taxed.map((one) => t(`roads.taxed.${one}`)).join(', ') || t('roads.taxed.none'), ore].filter(Boolean).join(' · ')
  if (amount === null) return what
  return `${what} · ${t('roads.per', { value: amount.value, currency: amount.currency, per: t(`roads.per.${amount.per}`) })}`
}
const heldText = (t: Translate, { operators }: RoadblockLine): string =>
  operators.map((one) => [t(`route.operator.${one.class}`), one.name].filter(Boolean).join(t('app.colon') + ' ')).join(', ')
const sourceText = ({ seen, source }: RoadblockLine): string => {
  const last = seen.toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(-1)?.source ?? source
  return `${last.name} (${last.reliability}${last.credibility})`
}

function useColumns({ may, again }: Pick<RoadsAnswer, 'may'> & { readonly again: () => void }): readonly Column<RoadblockLine>[] {
  const { t } = useWords()
  const today = todayHere()
  return [
    said('place', t('roads.place'), (row) => placeText(t, row)),
    said('held', t('roads.held-by'), (row) => heldText(t, row)),
    said('taxed', t('roads.taxed'), (row) => taxText(t, row)),
    {
      ...{ key: 'seen', header: t('roads.last-seen'), value: (row) => row.lastSeen },
      cell: (row) => (
        <>
          <DateText date={row.lastSeen} age /> <span className="small">{ageText(t, row.lastSeen, today)}</span>
          {row.freshness === 'stale' && row.state !== 'lifted' && <strong className="small"> {t('roads.fresh.stale.say')}</strong>}
        </>
      ),
    },
    {
      ...{ key: 'state', header: t('roads.state'), value: (row) => t(`roads.state.${row.state}`) },
      cell: (row) => (
        <>
          {t(`roads.state.${row.state}`)} {row.liftedOn !== null && <DateText date={row.liftedOn} />}
        </>
      ),
    },
    said('source', t('roads.source'), sourceText),
    ...(may.propose || may.map
      ? [
          {
            key: 'acts',
            header: t('roads.acts'),
            value: () => null,
            cell: (row: RoadblockLine) => <RoadblockActs {...{ row, may, again }} />,
          },
        ]
      : []),
  ]
}

interface RoadsProps {
  readonly rows: readonly RoadLine[]
  /** Who may describe a road anew; `null` for others. */
  readonly again: (() => void) | null
}
function Roads({ rows, again }: RoadsProps) {
  const { t, language } = useWords()
  const columns: readonly Column<RoadLine>[] = [
    said('name', t('roads.road'), (row) => row.name),
    {
      key: 'km',
      header: t('roads.length'),
      value: (row) => row.kilometres,
      cell: (row) => numberText(language, row.kilometres),
      numeric: true,
    },
    {
      ...{ key: 'links', header: t('roads.links'), value: (row) => row.links.map((one) => one.name).join(', ') },
      cell: (row) =>
        row.links.map((one, at) => (
          <span key={`${one.waypoint} ${one.name}`}>
            {at > 0 && ' · '}
            {t(`roads.link.${one.kind}`)} {one.site === null ? one.name : <AppLink to={`/sites/${one.site}`}>{one.name}</AppLink>}
          </span>
        )),
    },
    said('armed', t('roads.interference'), (row) => t(`route.armed.${row.armed}`)),
    { key: 'as-of', header: t('roads.as-of'), value: (row) => row.asOf, cell: (row) => <DateText date={row.asOf} age /> },
    said('source', t('roads.source'), ({ source }) => `${source.name} (${source.reliability}${source.credibility})`),
    ...(again === null
      ? []
      : [{ key: 'acts', header: t('roads.acts'), value: () => null, cell: (row: RoadLine) => <DescribeRoad road={row} again={again} /> }]),
  ]
  return (
    <Panel title={t('roads.list')} aside={again !== null && <DescribeRoad road={null} again={again} />}>
      <DataTable
        {...{ caption: t('roads.list'), file: 'roads', rows, columns, order: 'name', prefix: 'r.' }}
        rowKey={(row) => row.id}
        plain
        empty={<EmptyState title={t('roads.list.none')}>{null}</EmptyState>}
      />
    </Panel>
  )
}
