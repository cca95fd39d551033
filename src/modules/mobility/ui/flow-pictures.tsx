/*
The pictures of a point and of the axis of a site: share of minors and of mines, the way in and out, largest origins. Each with its table, its source and its file. They stand on whole months that
are over, because only those are told; a month of which nothing is told is a gap.
*/
import { Chart } from '../../../app/kit/chart.tsx'
import { Note, Panel } from '../../../app/kit/panel.tsx'
import { dayText, useWords } from '../../../app/words.ts'
import type { Flows, FlowMonth } from '../contract.ts'
import { decimalText, reasonText } from './flow-marks.tsx'

interface PicturesProps {
  readonly months: readonly FlowMonth[]
  readonly origins: Flows['origins']
  readonly reasons: Flows['reasons']
  readonly rules: Flows['rules']
}
/** `08-2026`; Mongolian begins with the year. */
export const monthText = (month: string): string => dayText(`${month}-01`).replace(/^01-|\.01$/, '')

export function FlowPictures({ months, origins, reasons, rules }: PicturesProps) {
  const { t, language } = useWords()
  const source = t('flows.parts.source', { least: rules.least, floorTo: rules.floorTo })
  if (months.length === 0) return <Note tone="calm">{t('flows.months.none')}</Note>
  const isTold = months.some((one) => [one.minors, one.mining, one.into, one.out].some((figure) => figure !== null))
  if (!isTold && origins.length === 0 && reasons.length === 0)
    return <Note tone="calm">{`${t('flows.pictures')} · ${t('flows.not-told')}`}</Note>
  const steps = months.map(({ month }) => monthText(month))
  const note = t('flows.not-told')
  const line = (key: 'minors' | 'mining', label: string) => ({
    ...{ key, label, kind: 'line' as const },
    points: months.map((one) => ({ value: one[key], note })),
  })
  const bar = (key: 'into' | 'out', label: string) => ({
    ...{ key, label, kind: 'bar' as const },
    points: months.map((one) => ({ value: one[key], note })),
  })
  const ratios = months.map(({ month, inOut }) => `${monthText(month)}: ${inOut === null ? note : decimalText({ t, language }, inOut)}`)
  return (
    <Panel title={t('flows.pictures')}>
      <Chart
        {...{
          title: t('flows.shares'),
          stepLabel: t('flows.month'),
          file: 'flow-shares',
          unit: language === 'fr' ? '\u00a0%' : '%',
          source,
          steps,
        }}
        series={[line('minors', t('flows.minors')), line('mining', t('flows.mining'))]}
      />
      <Chart
        {...{ title: t('flows.ways'), stepLabel: t('flows.month'), file: 'flow-ways', source, steps }}
        series={[bar('into', t('flow-direction.in')), bar('out', t('flow-direction.out'))]}
      />
      <p className="small">
        {t('flows.in-out')} · {ratios.join(' · ')}
      </p>
      <Largest
        {...{ rows: origins, title: t('flows.origins'), label: t('flows.key'), file: 'flow-origins', source }}
        nameOf={({ name }) => name}
      />
      <Largest
        {...{ rows: reasons, title: t('flows.reasons'), label: t('flows.reason'), file: 'flow-reasons', source }}
        nameOf={({ key }) => reasonText(key)}
      />
    </Panel>
  )
}
interface LargestProps {
  readonly rows: Flows['origins']
  readonly title: string
  readonly label: string
  readonly file: string
  readonly source: string
  readonly nameOf: (row: Flows['origins'][number]) => string
}
function Largest({ rows, title, label, file, source, nameOf }: LargestProps) {
  const { t } = useWords()
  if (rows.length === 0) return <p>{`${title} · ${t('flows.not-told')}`}</p>
  return (
    <Chart
      {...{ title, stepLabel: label, file, source }}
      steps={rows.map(nameOf)}
      series={[
        {
          ...{ key: 'passages', label: t('flows.passages'), kind: 'bar' },
          points: rows.map(({ passages }) =>
            passages.is === 'shown' ? { value: passages.n } : { value: null, note: t('flows.not-told') },
          ),
        },
      ]}
    />
  )
}
