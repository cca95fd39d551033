/* The national queue: what waits, for whom, since when, the oldest first; who exports sees the own ones with the place of each among all. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../../app/kit/data-table.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { MineralMark } from '../../../../app/kit/mineral-mark.tsx'
import { Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { DateText, MassText } from '../../../../app/kit/values.tsx'
import { type Translate, useWords } from '../../../../app/words.ts'
import type { DossierQueue, QueueEntry } from '../../contract-dossier.ts'

const TURNS = ['verifier', 'validator', 'exporter'] as const
const MINERALS = ['Sn', 'Ta', 'W', 'Au'] as const
const FILTERS = ['turn', 'province', 'mineral', 'overdue', 'after'] as const

export function Queue() {
  const { t } = useWords()
  const [url, change] = useUrlState()
  const asked = new URLSearchParams(FILTERS.flatMap((name) => (url[name] ? [[name, url[name]]] : [])))
  const { data, error, again } = useAnswer<DossierQueue>(`/api/dossier-queue${asked.size > 0 ? `?${asked.toString()}` : ''}`)
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const { entries, counts, given, next } = data
  const filters = <Filters data={data} />
  return (
    <div className="stack">
      <p>{t('dossier-queue.counts', counts)}</p>
      {entries.length === 0 && <div className="toolbar">{filters}</div>}
      <DataTable
        caption={t('dossier-queue.title')}
        file="queue"
        prefix="q."
        rows={entries}
        rowKey={(entry) => entry.dossier.id}
        order="age"
        tools={filters}
        columns={columns(t)}
        empty={<EmptyState title={t('dossier-queue.none')}>{t('dossier-queue.none.do')}</EmptyState>}
      />
      {next !== null && <Button onClick={() => change({ after: next })}>{t('dossier-queue.more')}</Button>}
      <Source>{t('dossier-queue.source', given)}</Source>
    </div>
  )
}

function Filters({ data }: { readonly data: DossierQueue }) {
  const { t } = useWords()
  const [url, change] = useUrlState()
  const all = { value: '', label: t('dossier-queue.turn.all') }
  return (
    <>
      <SelectField
        label={t('dossier-queue.turn')}
        value={url['turn'] ?? ''}
        options={[all, ...TURNS.map((turn) => ({ value: turn, label: `${t(`dossier-queue.turn.${turn}`)} (${data.counts[turn]})` }))]}
        onValue={(turn) => change({ turn, after: '' })}
      />
      <SelectField
        label={t('dossier-queue.province')}
        value={url['province'] ?? ''}
        options={[all, ...data.provinces.map(({ code, waiting }) => ({ value: code, label: `${code} (${waiting})` }))]}
        onValue={(province) => change({ province, after: '' })}
      />
      <SelectField
        label={t('dossier-queue.mineral')}
        value={url['mineral'] ?? ''}
        options={[all, ...MINERALS.map((mineral) => ({ value: mineral, label: t(`mineral.${mineral}`) }))]}
        onValue={(mineral) => change({ mineral, after: '' })}
      />
      <SelectField
        label={t('dossier-queue.overdue.label')}
        value={url['overdue'] ?? ''}
        options={[
          { value: '', label: t('dossier-queue.overdue.all') },
          { value: 'yes', label: `${t('dossier-queue.overdue.only')} (${data.counts.overdue})` },
        ]}
        onValue={(overdue) => change({ overdue, after: '' })}
      />
    </>
  )
}

const columns = (t: Translate): readonly Column<QueueEntry>[] => [
  {
    key: 'lot',
    header: t('dossier.lot'),
    value: ({ dossier }) => dossier.lotNumber,
    cell: ({ dossier }) => <AppLink to={`/certificates/dossiers/${dossier.id}`}>{dossier.lotNumber}</AppLink>,
  },
  {
    key: 'turn',
    header: t('dossier-queue.turn'),
    value: ({ wait }) => t(`dossier-queue.turn.${wait.turn}`),
    cell: ({ wait }) => t(`dossier-queue.turn.${wait.turn}`),
  },
  {
    key: 'age',
    header: t('dossier-queue.age'),
    value: ({ wait }) => wait.since,
    cell: ({ wait }) => (
      <>
        {t('dossier-queue.days', { n: wait.days })}
        {wait.overdue && <b className="overdue"> ▲ {t('dossier-queue.overdue')}</b>}
        <br />
        <span className="small">
          <DateText date={wait.since.slice(0, 10)} />
        </span>
      </>
    ),
  },
  {
    key: 'place',
    header: t('dossier-queue.place'),
    value: ({ wait }) => wait.place ?? 0,
    cell: ({ wait }) =>
      wait.place === null ? '–' : t('dossier-queue.place.of', { place: wait.place, waiting: wait.waiting ?? wait.place }),
  },
  { key: 'version', header: t('dossier-queue.version'), numeric: true, value: ({ version }) => version, cell: ({ version }) => version },
  {
    key: 'mineral',
    header: t('dossier.mineral'),
    value: ({ dossier }) => t(`mineral.${dossier.mineral}`),
    cell: ({ dossier }) => <MineralMark mineral={dossier.mineral} />,
  },
  {
    key: 'mass',
    header: t('dossier.mass'),
    numeric: true,
    value: ({ dossier }) => dossier.massGrams,
    cell: ({ dossier }) => <MassText grams={dossier.massGrams} />,
  },
  {
    key: 'exporter',
    header: t('dossier.exporter'),
    value: ({ dossier }) => dossier.exporterName,
    cell: ({ dossier }) => dossier.exporterName,
  },
  {
    key: 'province',
    header: t('dossier-queue.province'),
    value: ({ provinces }) => provinces.join(' '),
    cell: ({ provinces }) => provinces.join(', ') || '–',
  },
]
