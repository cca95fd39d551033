/* One point: its picture by week, its days with what a missing number means, parts, groups that do not add up, sendings. */
import { useAnswer } from '../../../app/ask.ts'
import { AppLink } from '../../../app/kit/button.tsx'
import { Chart } from '../../../app/kit/chart.tsx'
import { type Column, DataTable, said } from '../../../app/kit/data-table.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Pairs } from '../../../app/kit/pairs.tsx'
import { Panel, Source } from '../../../app/kit/panel.tsx'
import { PrintMark } from '../../../app/kit/print-mark.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { DateText, InstantText } from '../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../app/screen.ts'
import { dayText, useWords } from '../../../app/words.ts'
import type { PointDetail } from '../contract.ts'
import { type DayStretch, stretchesOf } from './day-stretches.ts'
import { BoomText, decimalText, passagesText, percentText, shownText, stateText } from './flow-marks.tsx'
import { FlowPictures } from './flow-pictures.tsx'
import { PointActs, WithdrawAct } from './point-acts.tsx'
import { StretchField, useStretch } from './stretch-field.tsx'
import { weeksOf } from './weeks.ts'
import './mobility.css'

export function PointScreen({ params }: ScreenProps) {
  const { t, language } = useWords()
  const { data, answer, error, again } = useAnswer<PointDetail>(`/api/flow-points/${params['point'] ?? ''}/flows${useStretch()}`)
  const point = data?.flow.point
  return (
    <Page
      title={point?.name ?? t('flows.title')}
      crumbs={<AppLink to="/flows">{t('flows.title')}</AppLink>}
      under={
        point &&
        `${t(`flow-type.${point.type}`)} · ${point.areaName} · ${stateText({ t, language }, point)} · ${t('flows.zone', { zone: point.zone })}`
      }
      answer={answer}
      actions={data?.keeps && point && <PointActs point={point} again={again} />}
    >
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <StretchField from={data.days.at(-1)?.day ?? data.flow.boom.until} until={data.days[0]?.day ?? data.flow.boom.until} />
          <Figures detail={data} />
          <Weeks detail={data} />
          <FlowPictures months={data.months} origins={data.origins} reasons={data.reasons} rules={data.rules} />
          <Days detail={data} />
          {data.keeps && <Findings detail={data} />}
          <Sendings detail={data} again={again} />
        </>
      )}
      <PrintMark code="D" />
    </Page>
  )
}

function Figures({ detail: { flow, parts, rules } }: { readonly detail: PointDetail }) {
  const { t, language } = useWords()
  const saying = { t, language }
  const { boom } = flow
  const figures = {
    recent: decimalText(saying, boom.recent),
    earlier: decimalText(saying, boom.earlier),
    ...{ recentDays: boom.recentDays, earlierDays: boom.earlierDays },
  }
  const days = { counted: flow.countedDays, suspended: flow.suspendedDays, uncounted: flow.uncountedDays }
  const partsSaid = [parts.women, parts.men, parts.girls, parts.boys].map((one) => shownText(saying, one, rules.least)).join(' · ')
  return (
    <>
      <Panel>
        <Pairs
          lines={[
            [t('flows.passages'), passagesText(saying, flow, rules.least)],
            [t('flows.counted'), t('flows.days', days)],
            [t('flows.daily'), decimalText(saying, flow.daily)],
            [t('flows.minors'), percentText(saying, flow.minors)],
            [t('flows.mining'), percentText(saying, flow.mining)],
            [t('flows.in-out'), flow.inOut === null ? t('flows.not-told') : decimalText(saying, flow.inOut)],
            [t('flows.parts'), partsSaid],
            [
              t('flows.boom'),
              <span key="boom">
                <BoomText boom={boom} /> · {t('flows.boom.figures', figures)}
              </span>,
            ],
          ]}
        />
        <Source>{t('flows.parts.rule')}</Source>
      </Panel>
      {flow.point.site && (
        <p>
          <AppLink to={`/sites/${flow.point.site}`}>{t('flows.alert.site')}</AppLink>
        </p>
      )}
    </>
  )
}

function Weeks({ detail: { days, rules } }: { readonly detail: PointDetail }) {
  const { t } = useWords()
  const weeks = weeksOf(days)
  if (weeks.every(({ passages }) => passages === null)) return null
  return (
    <Panel>
      <Chart
        {...{
          title: t('flows.by-week'),
          stepLabel: t('flows.week'),
          file: 'flow-weeks',
          source: t('flows.rule', { least: rules.least, floorTo: rules.floorTo }),
        }}
        steps={weeks.map(({ from }) => dayText(from))}
        series={[
          {
            ...{ key: 'passages', label: t('flows.passages'), kind: 'bar' },
            points: weeks.map(({ passages, counted }) => ({
              value: passages,
              note: counted === 0 ? t('flows.week.none') : t('flows.week.days', { n: counted }),
            })),
          },
        ]}
      />
    </Panel>
  )
}

function Days({ detail: { days, rules } }: { readonly detail: PointDetail }) {
  const { t, language } = useWords()
  const columns: readonly Column<DayStretch>[] = [
    {
      ...{ key: 'day', header: t('flows.day'), value: ({ day, until }) => (until === day ? day : `${day}/${until}`) },
      cell: ({ day, until }) => (
        <>
          <DateText date={day} />
          {until !== day && (
            <>
              {' – '}
              <DateText date={until} />
            </>
          )}
        </>
      ),
    },
    said('state', t('flows.state'), ({ state }) => t(`flow-day.${state}`)),
    {
      ...said<DayStretch>('passages', t('flows.passages'), ({ passages }) => shownText({ t, language }, passages, rules.least)),
      numeric: true,
    },
    { ...said<DayStretch>('misfits', t('flows.misfits'), ({ misfits }) => misfits || '–'), numeric: true },
  ]
  return (
    <Panel title={t('flows.by-day')}>
      <DataTable
        {...{ caption: t('flows.by-day'), file: 'flow-days', rows: stretchesOf(days), columns, order: '-day', prefix: 'd.' }}
        rowKey={({ day }) => day}
        empty={<EmptyState title={t('flows.nothing')} />}
      />
    </Panel>
  )
}

type Finding = PointDetail['findings'][number] & { readonly at: number }
function Findings({ detail: { findings } }: { readonly detail: PointDetail }) {
  const { t } = useWords()
  const columns: readonly Column<Finding>[] = [
    { ...{ key: 'day', header: t('flows.day'), value: (row) => row.day }, cell: ({ day }) => <DateText date={day} /> },
    said('hour', t('flows.hour'), ({ hour }) => (hour === null ? '–' : `${hour} h`)),
    { ...said<Finding>('size', t('flows.size'), ({ size }) => size), numeric: true },
    { ...said<Finding>('sum', t('flows.sum'), ({ sum }) => sum), numeric: true },
  ]
  return (
    <Panel title={t('flows.findings')}>
      <DataTable
        {...{ caption: t('flows.findings'), file: 'flow-findings', columns, order: '-day', prefix: 'f.', plain: true }}
        rows={findings.map((one, at) => ({ ...one, at }))}
        rowKey={({ at }) => String(at)}
        empty={<EmptyState title={t('flows.findings.none')} />}
      />
      <Source>{t('flows.findings.rule')}</Source>
    </Panel>
  )
}

type Sending = PointDetail['sendings'][number]
function Sendings({ detail: { sendings, keeps }, again }: { readonly detail: PointDetail; readonly again: () => void }) {
  const { t } = useWords()
  const columns: readonly Column<Sending>[] = [
    { ...{ key: 'day', header: t('flows.day'), value: (row) => row.day }, cell: ({ day }) => <DateText date={day} /> },
    said('source', t('flows.source'), ({ source }) => t(`flow-source.${source}`)),
    { ...said<Sending>('groups', t('flows.groups'), ({ groups }) => groups ?? '–'), numeric: true },
    { ...said<Sending>('misfits', t('flows.misfits'), ({ misfits }) => misfits || '–'), numeric: true },
    { ...{ key: 'at', header: t('flows.sent-at'), value: (row) => row.at }, cell: ({ at }) => <InstantText at={at} /> },
    said('state', t('flows.state'), ({ withdrawn }) =>
      withdrawn === null ? t('flows.stands') : t('flows.withdrawn', { reason: t(`flow-withdrawal.${withdrawn}`) }),
    ),
  ]
  return (
    <Panel title={t('flows.sendings')} aside={keeps && <WithdrawAct sendings={sendings} again={again} />}>
      <DataTable
        {...{ caption: t('flows.sendings'), file: 'flow-sendings', rows: sendings, columns, order: '-day', prefix: 's.', plain: true }}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('flows.nothing')} />}
      />
    </Panel>
  )
}
