/*
Facts that contradict a status, and the neighbours of red sites with what was weighed before and after. Both facts of a row stand with their day and source; none
changes a status. A committee reads how many by territoire.
*/
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { type Column, DataTable, said } from '../../../../app/kit/data-table.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { Toolbar } from '../../../../app/kit/toolbar.tsx'
import { useUrlState, writeSearch } from '../../../../app/kit/url-state.ts'
import { DateText } from '../../../../app/kit/values.tsx'
import { type Translate, useWords, wordOr } from '../../../../app/words.ts'
import { type Language, numberText } from '../../../../kernel/phrase.ts'
import type { ChecksAnswer, Contradiction, RedNeighbour, TellingFact } from '../../contract-layers.ts'

const distances = ['5', '10', '15', '30', '50'] as const

export function ChecksScreen() {
  const { t } = useWords()
  const [state, change] = useUrlState()
  const { km } = state
  const { data, answer, error, again } = useAnswer<ChecksAnswer>(`/api/conflict/checks${writeSearch({ km })}`)
  return (
    <Page title={t('checks.title')} under={t('checks.under')} answer={answer}>
      <Toolbar label={t('checks.km')}>
        <SelectField
          label={t('checks.km')}
          value={km ?? String(data?.km ?? 15)}
          options={distances.map((value) => ({ value, label: value }))}
          onValue={(value) => change({ km: value })}
        />
      </Toolbar>
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && data.withheld.length > 0 && (
        <Note>
          <b>{t('route.restricted')}.</b> {t('checks.restricted.say')}
        </Note>
      )}
      {data?.cut && <Note tone="calm">{t('route.cut', { n: data.cut.listed, total: data.cut.total })}</Note>}
      {data?.contradictions && <Contradictions rows={data.contradictions} />}
      {data?.neighbours && <Neighbours rows={data.neighbours} km={data.km} />}
      {data && <Territoires data={data} />}
    </Page>
  )
}

/** A sheet tells how often in a code; a roadblock and an event have a name of their own. */
const factText = (t: Translate, { what, title }: TellingFact): string =>
  `${t(`checks.what.${what}`)} · ${what === 'sheet' ? wordOr(`code.interference.${title}`, title) : title}`

function Contradictions({ rows }: { readonly rows: readonly Contradiction[] }) {
  const { t } = useWords()
  const columns: readonly Column<Contradiction>[] = [
    {
      key: 'site',
      header: t('checks.site'),
      value: (row) => row.siteName,
      cell: (row) => <AppLink to={`/sites/${row.site}`}>{row.siteName}</AppLink>,
    },
    said('kind', t('route.finding'), (row) => t(`checks.kind.${row.kind}`)),
    said('status', t('checks.status'), (row) => t(`checks.status.${row.status}`)),
    { key: 'since', header: t('checks.since'), value: (row) => row.since, cell: (row) => row.since && <DateText date={row.since} /> },
    said('act', t('checks.by'), (row) => row.statusSource),
    said('fact', t('checks.fact'), (row) => (row.fact ? factText(t, row.fact) : '–')),
    {
      key: 'on',
      header: t('checks.fact.on'),
      value: (row) => row.fact?.on ?? null,
      cell: (row) => row.fact && <DateText date={row.fact.on} age />,
    },
    said('source', t('checks.fact.source'), (row) => row.fact?.source ?? '–'),
    {
      key: 'visit',
      header: t('checks.visit'),
      value: (row) => row.lastVisitOn,
      cell: (row) => row.lastVisitOn && <DateText date={row.lastVisitOn} age />,
    },
  ]
  return (
    <Panel title={t('checks.contradictions')}>
      <DataTable
        caption={t('checks.contradictions')}
        file="conflict-checks"
        rows={rows}
        columns={columns}
        rowKey={(row) => `${row.site} ${row.kind}`}
        order="-on"
        prefix="c."
        empty={<EmptyState title={t('checks.none')}>{null}</EmptyState>}
      />
      <Source>{t('checks.source')}</Source>
    </Panel>
  )
}

const shownNumber = (language: Language, value: number | null): string => (value === null ? '–' : numberText(language, value))
const kilograms = (grams: number): number => Math.round(grams / 100) / 10
function Neighbours({ rows, km }: { readonly rows: readonly RedNeighbour[]; readonly km: number }) {
  const { t, language } = useWords()
  const number = (key: string, header: string, value: (row: RedNeighbour) => number | null): Column<RedNeighbour> => ({
    ...{ key, header, value, cell: (row) => shownNumber(language, value(row)), numeric: true },
  })
  const columns: readonly Column<RedNeighbour>[] = [
    {
      key: 'red',
      header: t('checks.red'),
      value: (row) => row.redName,
      cell: (row) => <AppLink to={`/sites/${row.red}`}>{row.redName}</AppLink>,
    },
    { key: 'since', header: t('checks.since'), value: (row) => row.redSince, cell: (row) => <DateText date={row.redSince} /> },
    said('act', t('checks.by'), (row) => row.redSource),
    {
      key: 'site',
      header: t('checks.neighbour'),
      value: (row) => row.siteName,
      cell: (row) => <AppLink to={`/sites/${row.site}`}>{row.siteName}</AppLink>,
    },
    said('mineral', t('checks.mineral'), (row) => row.mineral),
    number('km', t('checks.away'), (row) => row.kilometres),
    number('before', t('checks.before'), (row) => kilograms(row.before.grams)),
    number('after', t('checks.after'), (row) => kilograms(row.after.grams)),
  ]
  return (
    <Panel title={t('checks.neighbours')}>
      <p className="small">{t('checks.neighbours.say')}</p>
      <DataTable
        caption={t('checks.neighbours')}
        file="red-neighbours"
        rows={rows}
        columns={columns}
        rowKey={(row) => `${row.red} ${row.site} ${row.mineral}`}
        order="red"
        prefix="n."
        empty={<EmptyState title={t('checks.neighbours.none')}>{null}</EmptyState>}
      />
      <Source>{t('checks.rule', { km })}</Source>
    </Panel>
  )
}

function Territoires({ data }: { readonly data: ChecksAnswer }) {
  const { t } = useWords()
  type Row = ChecksAnswer['territoires'][number]
  const columns: readonly Column<Row>[] = [
    said('area', t('route.area'), (row) => row.name),
    { key: 'c', header: t('checks.contradictions'), value: (row) => row.contradictions, cell: (row) => row.contradictions, numeric: true },
    { key: 'n', header: t('checks.neighbours'), value: (row) => row.neighbours, cell: (row) => row.neighbours, numeric: true },
  ]
  return (
    <Panel title={t('checks.areas')}>
      <DataTable
        caption={t('checks.areas')}
        file="conflict-checks-areas"
        rows={data.territoires.filter((one) => one.contradictions + one.neighbours > 0)}
        columns={columns}
        rowKey={(row) => row.area}
        order="area"
        prefix="t."
        plain
        empty={<EmptyState title={t('checks.none')}>{null}</EmptyState>}
      />
    </Panel>
  )
}
