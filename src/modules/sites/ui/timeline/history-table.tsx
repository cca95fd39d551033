/* The table twin of the picture: the same bands, visits and facts in order, with their dates, words and sources. */
import { DataTable } from '../../../../app/kit/data-table.tsx'
import { EmptyState } from '../../../../app/kit/states.tsx'
import { StatusMark } from '../../../../app/kit/status-mark.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { type Translate, useWords } from '../../../../app/words.ts'
import { type History, type StatusBand, laneNames } from './history.ts'

interface Line {
  readonly key: string
  readonly from: string
  readonly to: string | null
  readonly lane: string
  readonly words: string
  readonly source: string | null
  readonly band: StatusBand | null
}

export function HistoryTable({ history, file }: { readonly history: History; readonly file: string }) {
  const { t } = useWords()
  return (
    <DataTable
      plain
      prefix="h."
      caption={t('timeline.table')}
      file={file}
      rows={linesOf(t, history)}
      rowKey={(line) => line.key}
      order="-from"
      empty={<EmptyState title={t('timeline.empty')}>{t('timeline.empty.do')}</EmptyState>}
      columns={[
        { key: 'from', header: t('timeline.from'), value: (line) => line.from, cell: (line) => <DateText date={line.from} /> },
        {
          key: 'to',
          header: t('timeline.to'),
          value: (line) => line.to,
          cell: (line) => (line.to === null ? '–' : <DateText date={line.to} />),
        },
        { key: 'lane', header: t('timeline.lane'), value: (line) => line.lane, cell: (line) => line.lane },
        {
          key: 'words',
          header: t('timeline.what'),
          value: (line) => line.words,
          cell: (line) => (line.band ? <BandMark band={line.band} /> : line.words),
        },
        { key: 'source', header: t('timeline.source'), value: (line) => line.source, cell: (line) => line.source ?? '–' },
      ]}
    />
  )
}

function BandMark({ band }: { readonly band: StatusBand }) {
  const { t } = useWords()
  const { colour, basis, lapsed, held, orderNumber, treatedAs, after } = band
  return (
    <>
      <StatusMark colour={colour} basis={basis} lapsed={lapsed} held={held} order={orderNumber} />
      {treatedAs !== null && <span className="small"> {t('timeline.treated-as', { colour: t(`status.${treatedAs}`).toLowerCase() })}</span>}
      {after !== null && <span className="small"> {t('timeline.after', { colour: t(`status.${after}`).toLowerCase() })}</span>}
    </>
  )
}

function linesOf(t: Translate, { bands, holds, lanes }: History): readonly Line[] {
  const named = laneNames.flatMap((lane) => lanes[lane].map((mark) => ({ mark, lane })))
  const marks = named.map(({ mark, lane }, at) => ({
    key: `m${at}`,
    from: mark.on,
    to: null,
    lane: t(`timeline.${lane}`),
    words: mark.label,
    source: mark.source,
    band: null,
  }))
  const lines = bands.map((band, at) => ({
    key: `b${at}`,
    from: band.from,
    to: band.to,
    lane: t('timeline.status'),
    words: band.full,
    source: band.orderNumber,
    band,
  }))
  const stops = holds.map((hold, at) => ({
    key: `h${at}`,
    from: hold.from,
    to: hold.to,
    lane: t('timeline.holds'),
    words: hold.label,
    source: hold.by,
    band: null,
  }))
  return [...lines, ...stops, ...marks]
}
