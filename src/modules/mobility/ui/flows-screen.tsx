/* All points of a stretch of days: rushes first with their figures, then what passes where, from where, why. Whatever is too small is said to be so. */
import { useAnswer } from '../../../app/ask.ts'
import { AppLink, LinkButton } from '../../../app/kit/button.tsx'
import { type Column, DataTable, said } from '../../../app/kit/data-table.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../app/kit/panel.tsx'
import { PrintMark } from '../../../app/kit/print-mark.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { dayText, useWords } from '../../../app/words.ts'
import type { Flows, PointFlow } from '../contract.ts'
import { BoomText, decimalText, passagesText, percentText, reasonText, shownText, stateText } from './flow-marks.tsx'
import { monthText } from './flow-pictures.tsx'
import { OpenPointAct } from './point-acts.tsx'
import { RowsFile } from './rows-file.tsx'
import { StretchField, useStretch } from './stretch-field.tsx'
import './mobility.css'

export function FlowsScreen() {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<Flows>(`/api/flows${useStretch()}`)
  return (
    <Page
      title={t('flows.title')}
      under={t('flows.under')}
      answer={answer}
      actions={
        <>
          {data?.counts && <LinkButton to="/flow-count">{t('flows.count')}</LinkButton>}
          <LinkButton to="/foreign-workers">{t('flows.workers')}</LinkButton>
          {data?.keeps && <OpenPointAct again={again} taken={new Set(data.points.map(({ point }) => point.code))} />}
        </>
      }
    >
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <StretchField from={data.from} until={data.until} />
          <Alerts points={data.points} />
          <PointTable flows={data} />
          <p className="small">
            {data.months.length === 0 ? t('flows.months.none') : t('flows.months', { months: data.months.map(monthText) })}
          </p>
          <Keys flows={data} />
          <Nationalities flows={data} />
        </>
      )}
      <PrintMark code="D" />
    </Page>
  )
}

function Alerts({ points }: { readonly points: readonly PointFlow[] }) {
  const { t, language } = useWords()
  const raised = points.filter(({ boom }) => boom.is === 'alert')
  if (raised.length === 0) return null
  return (
    <Panel title={t('flows.alerts')}>
      {raised.map(({ point, boom }) => (
        <Note key={point.id} tone="red">
          <p>
            {t('flows.alert', {
              ...{ name: point.name, recentDays: boom.recentDays, earlierDays: boom.earlierDays, until: dayText(boom.until) },
              ...{ recent: decimalText({ t, language }, boom.recent), earlier: decimalText({ t, language }, boom.earlier) },
            })}
          </p>
          {point.site && <AppLink to={`/sites/${point.site}`}>{t('flows.alert.site')}</AppLink>}
        </Note>
      ))}
    </Panel>
  )
}

function PointTable({ flows }: { readonly flows: Flows }) {
  const { t, language } = useWords()
  const saying = { t, language }
  const { least, ...rules } = flows.rules
  const number = (key: string, header: string, value: (row: PointFlow) => string): Column<PointFlow> => ({
    ...said(key, header, value),
    numeric: true,
  })
  const columns: readonly Column<PointFlow>[] = [
    {
      ...{ key: 'point', header: t('flows.point'), value: (row) => row.point.name },
      cell: ({ point }) => <AppLink to={`/flows/${point.id}`}>{point.name}</AppLink>,
    },
    said('type', t('flows.type'), ({ point }) => t(`flow-type.${point.type}`)),
    said('area', t('flows.area'), ({ point }) => point.areaName),
    said('state', t('flows.state'), ({ point }) => stateText(saying, point)),
    said('days', t('flows.counted'), ({ countedDays: counted, suspendedDays: suspended, uncountedDays: uncounted }) =>
      t('flows.days', { counted, suspended, uncounted }),
    ),
    number('passages', t('flows.passages'), (row) => passagesText(saying, row, least)),
    number('daily', t('flows.daily'), ({ daily }) => decimalText(saying, daily)),
    number('minors', t('flows.minors'), ({ minors }) => percentText(saying, minors)),
    number('mining', t('flows.mining'), ({ mining }) => percentText(saying, mining)),
    number('in-out', t('flows.in-out'), ({ inOut }) => (inOut === null ? t('flows.not-told') : decimalText(saying, inOut))),
    {
      ...{ key: 'boom', header: t('flows.boom'), value: ({ boom }) => t(`flow-boom.${boom.is}`) },
      cell: ({ boom }) => <BoomText boom={boom} />,
    },
  ]
  return (
    <Panel title={t('flows.points')}>
      <DataTable
        {...{ caption: t('flows.points'), file: 'flows', rows: flows.points, columns, order: 'point' }}
        rowKey={({ point }) => point.id}
        empty={<EmptyState title={t('flows.none')}>{t('flows.none.do')}</EmptyState>}
      />
      <Source>{t('flows.rule', { least, floorTo: rules.floorTo })}</Source>{' '}
      <Source>{t('flows.boom.rule', { factor: rules.factor, leastRecent: rules.leastRecent, leastEarlier: rules.leastEarlier })}</Source>
      {flows.keeps && <RowsFile from={flows.from} until={flows.until} most={rules.mostRows} />}
    </Panel>
  )
}

type KeyLine = Flows['origins'][number]
function Keys({ flows }: { readonly flows: Flows }) {
  const { t, language } = useWords()
  const columns = (header: string, name: (row: KeyLine) => string): readonly Column<KeyLine>[] => [
    said('key', header, name),
    {
      ...said<KeyLine>('passages', t('flows.passages'), ({ passages }) => shownText({ t, language }, passages, flows.rules.least)),
      numeric: true,
    },
  ]
  const nothing = <EmptyState title={t('flows.nothing')} />
  return (
    <div className="columns">
      <Panel title={t('flows.origins')}>
        <DataTable
          {...{
            caption: t('flows.origins'),
            file: 'flow-origins',
            rows: flows.origins,
            order: '',
            prefix: 'o.',
            plain: true,
            sortedByServer: true,
          }}
          columns={columns(t('flows.key'), ({ key, name }) => (key === 'unknown' ? t('flow-reason.unknown') : name))}
          rowKey={({ key }) => key}
          empty={nothing}
        />
      </Panel>
      <Panel title={t('flows.reasons')}>
        <DataTable
          {...{
            caption: t('flows.reasons'),
            file: 'flow-reasons',
            rows: flows.reasons,
            order: '',
            prefix: 'r.',
            plain: true,
            sortedByServer: true,
          }}
          columns={columns(t('flows.reason'), ({ key }) => reasonText(key))}
          rowKey={({ key }) => key}
          empty={nothing}
        />
      </Panel>
    </div>
  )
}

interface NationLine {
  readonly id: string
  readonly name: string
  readonly cells: Flows['nationalities']['rows'][number]['cells']
}
function Nationalities({ flows }: { readonly flows: Flows }) {
  const { t, language } = useWords()
  const { keys, rows } = flows.nationalities
  const counted = flows.points.filter(({ countedDays }) => countedDays > 0)
  const names = new Map(counted.map(({ point }) => [String(point.id), point.name]))
  const lines: readonly NationLine[] = rows.flatMap(({ point, cells }) =>
    names.has(point) ? [{ id: point, name: names.get(point) ?? '–', cells }] : [],
  )
  const columns: readonly Column<NationLine>[] = [
    said('point', t('flows.point'), ({ name }) => name),
    ...keys.map((key, at) => ({
      ...said<NationLine>(key, key === 'unknown' ? t('flow-reason.unknown') : key, ({ cells }) =>
        shownText({ t, language }, cells[at] ?? null, flows.rules.least),
      ),
      numeric: true,
    })),
  ]
  return (
    <Panel title={t('flows.nationalities')}>
      <DataTable
        {...{
          caption: t('flows.nationalities'),
          file: 'flow-nationalities',
          rows: lines,
          columns,
          order: 'point',
          prefix: 'n.',
          plain: true,
        }}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('flows.nothing')} />}
      />
    </Panel>
  )
}
