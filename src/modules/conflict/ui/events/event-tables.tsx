/* The tables of the screen of events: areas, events that may be passed on, those of the house, and sources with the days that they cover. */
import { type Column, DataTable, said } from '../../../../app/kit/data-table.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { EmptyState } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { dateText } from '../../../../kernel/phrase.ts'
import type { AreaCount, EventAnswer, EventLine, SourceLine } from '../../contract-events.ts'
import { stateText } from './area-map.tsx'

/** `kept`: numbers that count rows which may not be passed on have no export. */
export function AreaTable({ areas, kept }: { readonly areas: readonly AreaCount[]; readonly kept: boolean }) {
  const { t } = useWords()
  const columns: readonly Column<AreaCount>[] = [
    said('area', t('violence.area'), (row) => row.name),
    said('kind', t('violence.area.kind'), (row) => row.kind),
    said('code', 'P-code', (row) => row.area),
    // What an export holds is the sentence: a bare 0 would not tell silence from blindness.
    said('state', t('violence.area.state'), (row) => stateText(t, row)),
    { key: 'events', header: t('violence.list'), value: countOf, cell: (row) => countOf(row) ?? '–', numeric: true },
    { key: 'dead', header: t('violence.dead'), value: (row) => (countOf(row) === null ? null : row.deaths), cell: deadOf, numeric: true },
  ]
  return (
    <DataTable
      caption={t('violence.areas')}
      file="violence-areas"
      rows={areas}
      columns={columns}
      rowKey={(row) => row.area}
      order="-events"
      prefix="a."
      plain={kept}
      empty={<EmptyState title={t('violence.map.none')}>{null}</EmptyState>}
    />
  )
}
/** Of an area that nobody looked at there is no number. */
const countOf = ({ events, isCovered }: AreaCount): number | null => (events === 0 && !isCovered ? null : events)
const deadOf = (row: AreaCount) => (countOf(row) === null ? '–' : row.deaths)

export function EventTable({ data }: { readonly data: EventAnswer }) {
  const { t } = useWords()
  return (
    <DataTable
      caption={t('violence.list')}
      file="violence-events"
      rows={data.events.filter((one) => one.mayBeShared)}
      columns={useEventColumns(data)}
      rowKey={(row) => row.key}
      order="-day"
      prefix="e."
      // Silence is told only where somebody looked.
      empty={
        <EmptyState title={t(data.areas.every((one) => one.isCovered) ? 'violence.area.quiet' : 'violence.found-none')}>{null}</EmptyState>
      }
    />
  )
}
/** Kept in this house: no export, and not on paper. */
export function OwnEvents({ data }: { readonly data: EventAnswer }) {
  const { t } = useWords()
  const columns = useEventColumns(data)
  const own = data.events.filter((one) => !one.mayBeShared)
  if (own.length === 0) return null
  return (
    <div className="no-print">
      <Panel title={t('violence.source.own')}>
        <Note>{t('violence.list.own')}</Note>
        <DataTable
          caption={t('violence.source.own')}
          file=""
          rows={own}
          columns={columns}
          rowKey={(row) => row.key}
          order="-day"
          prefix="o."
          plain
          empty={null}
        />
      </Panel>
    </div>
  )
}

function useEventColumns({ areas }: EventAnswer): readonly Column<EventLine>[] {
  const { t } = useWords()
  const names = new Map(areas.map((one) => [one.area, one.name]))
  const dayText = ({ from, until, dayPrecision }: EventLine): string => {
    if (from === until) return dateText(from)
    if (dayPrecision === 'year') return t('violence.day.year', { year: from.slice(0, 4) })
    return t('violence.day.between', { from, until })
  }
  const placeText = ({ placeWritten, precision, territoire, province }: EventLine): string => {
    const area = names.get(territoire ?? province ?? '')
    return [placeWritten ?? area, placeWritten === null ? null : area, t(`violence.precision.${precision}`)].filter(Boolean).join(' · ')
  }
  const deadText = ({ deaths: { best, low, high } }: EventLine): string =>
    low === null || high === null || (low === best && high === best) ? String(best) : t('violence.dead.range', { best, low, high })
  return [
    { key: 'day', header: t('violence.day'), value: (row) => row.until, cell: dayText },
    said('place', t('violence.place'), placeText),
    said('kind', t('violence.kind'), (row) => t(`violence.kind.${row.violence}`)),
    said('sides', t('violence.sides'), (row) => [row.sideA, row.sideB].filter(Boolean).join(' – ')),
    { key: 'dead', header: t('violence.dead'), value: (row) => row.deaths.best, cell: deadText, numeric: true },
    said('source', t('violence.source'), (row) => t(`violence.source.${row.source}`)),
  ]
}

export function SourceTable({ sources }: { readonly sources: readonly SourceLine[] }) {
  const { t } = useWords()
  const yesNo = (value: boolean): string => t(value ? 'violence.yes' : 'violence.no')
  const columns: readonly Column<SourceLine>[] = [
    said('source', t('violence.source'), (row) => t(`violence.source.${row.source}`)),
    {
      key: 'name',
      header: t('violence.list'),
      value: (row) => row.name,
      cell: (row) => `${row.name} · ${t('violence.area.events', { n: row.events })}`,
    },
    {
      key: 'covers',
      header: t('violence.covers'),
      value: (row) => row.coversFrom,
      cell: (row) => t('violence.day.between', { from: row.coversFrom, until: row.coversUntil }),
    },
    {
      key: 'imported',
      header: t('violence.imported'),
      value: (row) => row.importedOn,
      cell: (row) => <DateText date={row.importedOn} age />,
    },
    { key: 'rejected', header: t('violence.rejected'), value: (row) => row.rejected, cell: (row) => row.rejected, numeric: true },
    said('shared', t('violence.shared'), (row) => yesNo(row.mayBeShared)),
  ]
  return (
    <DataTable
      caption={t('violence.sources')}
      file="violence-sources"
      rows={sources}
      columns={columns}
      rowKey={(row) => row.import}
      order="-covers"
      prefix="s."
      plain
      empty={null}
    />
  )
}
