/*
Time drawn: what was the status, who visited, what was found, on one axis. The picture is one image with a sentence for those
who do not see it; the table beside it holds every word. It is laid out for the width it has.
*/
import { AsOfPicker } from '../../../../app/kit/as-of-picker.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { statusShapes } from '../../../../app/kit/status-mark.tsx'
import { useWidth } from '../../../../app/kit/use-width.ts'
import { useWords } from '../../../../app/words.ts'
import { type History, type HistoryMark, type StatusBand, laneNames } from './history.ts'
import { type Band, isNarrow, type LabelPlace, layOutTimeline, type PlacedBand, type PlacedMark } from './lay-out-timeline.ts'
import './timeline.css'

const LANE = 42
const TOP = 28

export function Timeline({ history, today }: { readonly history: History; readonly today: string }) {
  const { t } = useWords()
  const [place, width] = useWidth<HTMLDivElement>(1000)
  // Lanes that stay empty take no room, but visits: that nobody came is worth a line.
  const shown = laneNames.filter((name) => name === 'visits' || history.lanes[name].length > 0)
  const layout = layOutTimeline({
    width,
    today,
    bands: history.bands,
    spans: history.holds,
    lanes: shown.map((name) => history.lanes[name]),
  })
  const narrow = isNarrow(width)
  const lane = narrow ? LANE + 18 : LANE
  const holds = history.holds.length > 0
  const first = holds ? 2 : 1
  const names = [t('timeline.status'), ...(holds ? [t('timeline.holds')] : []), ...shown.map((name) => t(`timeline.${name}`))]
  const height = TOP + lane * names.length + 22
  const middle = (at: number) => TOP + lane * at + (narrow ? lane - 24 : lane / 2 - 2)
  return (
    <div ref={place} className="timeline">
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('timeline.picture', countsOf(history))}
      >
        {layout.ticks.map(({ x, label }) => (
          <g key={label}>
            <path className="tick" d={`M${x} ${TOP - 8}V${height - 18}`} />
            <text className="muted" x={x + 4} y={TOP - 12}>
              {label}
            </text>
          </g>
        ))}
        {names.map((name, at) => (
          <text key={name} className="muted" x={0} y={narrow ? TOP + lane * at + 12 : middle(at) + 4}>
            {name}
          </text>
        ))}
        {layout.bands.map((placed) => (
          <BandShape key={`${placed.band.from}${placed.band.label}`} placed={placed} y={middle(0)} />
        ))}
        {layout.spans.map((placed, nth) => (
          <HoldShape key={nth} placed={placed} y={middle(1)} />
        ))}
        {layout.lanes.map((marks, at) =>
          marks.map((placed, nth) => <MarkShape key={`${at}.${nth}`} placed={placed} y={middle(at + first)} />),
        )}
        <path className="today" d={`M${layout.todayX} ${TOP - 8}V${height - 18}`} />
        <text
          className="today-word"
          textAnchor="end"
          x={Math.min(layout.right + 12, layout.todayX + (today !== todayHere() ? 50 : 30))}
          y={height - 4}
        >
          {today !== todayHere() ? t('timeline.seen', { date: today }) : t('asof.today')}
        </text>
      </svg>
    </div>
  )
}

/** The heading of every picture of time: both dates, always. */
export const TimelineDates = AsOfPicker

function BandShape({ placed, y }: { readonly placed: PlacedBand<StatusBand>; readonly y: number }) {
  const { band, x, width, words } = placed
  const half = band.lapsed ? 8 : 11
  const outline = band.lapsed ? ' lapsed' : band.basis === 'reported' ? ' reported' : ''
  return (
    <g className={`band b-${band.colour}${outline}`}>
      <title>{band.full}</title>
      <rect x={x} y={y - half} width={Math.max(2, width - 2)} height={2 * half} rx={3} />
      {width > 18 && (
        <g transform={`translate(${x + 6} ${y - 5}) scale(0.83)`} className="shape">
          {statusShapes[band.colour]}
        </g>
      )}
      {words !== '' && (
        <text x={x + 21} y={y + 4}>
          {words}
        </text>
      )}
    </g>
  )
}

function HoldShape({ placed, y }: { readonly placed: PlacedBand<Band>; readonly y: number }) {
  const { band, x, width, words } = placed
  return (
    <g className="band hold">
      <title>{band.label}</title>
      <rect x={x} y={y - 9} width={Math.max(2, width - 2)} height={18} rx={3} />
      {words !== '' && (
        <text x={x + 8} y={y + 4}>
          {words}
        </text>
      )}
    </g>
  )
}

function MarkShape({ placed, y }: { readonly placed: PlacedMark<HistoryMark>; readonly y: number }) {
  const { mark, x, label } = placed
  return (
    <g className={`mark m-${mark.kind}`}>
      <title>{`${mark.on} · ${mark.label}`}</title>
      {mark.kind === 'visit' && <circle cx={x} cy={y} r={6} />}
      {mark.kind === 'desk' && <circle cx={x} cy={y} r={5} className="hollow" />}
      {mark.kind === 'fact' && <path d={`M${x} ${y - 7}l7 7-7 7-7-7z`} className="hollow" />}
      {mark.kind === 'order' && <rect x={x - 5} y={y - 7} width={10} height={14} className="hollow" />}
      {mark.kind === 'alarm' && <rect x={x - 7} y={y - 7} width={14} height={14} className="hollow" />}
      {label !== 'none' && <text {...placeText(label, x, y)}>{mark.label}</text>}
    </g>
  )
}

function placeText(
  place: LabelPlace,
  x: number,
  y: number,
): { readonly x: number; readonly y: number; readonly textAnchor: 'start' | 'end' } {
  if (place === 'right') return { x: x + 11, y: y + 4, textAnchor: 'start' }
  if (place === 'left') return { x: x - 11, y: y + 4, textAnchor: 'end' }
  return place === 'under-right' ? { x: x - 6, y: y + 20, textAnchor: 'start' } : { x: x + 6, y: y + 20, textAnchor: 'end' }
}

const countsOf = ({ bands, holds, lanes }: History) => ({
  bands: bands.length,
  visits: lanes.visits.length,
  facts: lanes.findings.length + lanes.orders.length + lanes.facts.length + holds.length,
})
