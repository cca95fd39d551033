/* Two rounds of the map beside each other, by zone and, for who is cleared, site by site; the same on paper. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { type Column, DataTable, said } from '../../../../app/kit/data-table.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { Toolbar } from '../../../../app/kit/toolbar.tsx'
import { useUrlState, writeSearch } from '../../../../app/kit/url-state.ts'
import { DateText } from '../../../../app/kit/values.tsx'
import { type Translate, useWords } from '../../../../app/words.ts'
import { type RoundLine, RoundVerdict, type RoundZone, type RoundsAnswer } from '../../contract-sheet-answers.ts'
import { CutNote } from '../cut-note.tsx'
import { DiffList } from './diff-list.tsx'
import { VerdictMark } from './sheet-marks.tsx'

export function RoundsScreen() {
  const { t } = useWords()
  const [{ before, after, area }, change] = useUrlState()
  const { data, answer, error, again } = useAnswer<RoundsAnswer>(`/api/conflict/rounds${writeSearch({ before, after, area })}`)
  const rounds = (data?.rounds ?? []).map(({ round, from, until, sheets }) => ({
    value: round,
    label: `${round} (${t('sheet.period.between', { from, until })}, ${sheets})`,
  }))
  const any = { value: '', label: t('conflict.any.feminine') }
  const zones = (data?.zones ?? []).map((one) => ({ value: one.area, label: one.name }))
  return (
    <Page
      title={t('rounds.title')}
      under={t('rounds.under')}
      answer={answer}
      crumbs={<AppLink to="/conflict-sheets">{t('conflict-sheets.title')}</AppLink>}
      actions={<Button onClick={() => window.print()}>{t('app.print')}</Button>}
    >
      <Toolbar label={t('rounds.title')}>
        <SelectField
          label={t('rounds.before')}
          value={data?.before ?? ''}
          options={rounds}
          onValue={(round) => change({ before: round })}
        />
        <SelectField label={t('rounds.after')} value={data?.after ?? ''} options={rounds} onValue={(round) => change({ after: round })} />
        <SelectField label={t('rounds.area')} value={area ?? ''} options={[any, ...zones]} onValue={(chosen) => change({ area: chosen })} />
      </Toolbar>
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && data.before === null && <EmptyState title={t('rounds.none')}>{t('rounds.none.do')}</EmptyState>}
      {data && data.before !== null && <Compared data={data} />}
    </Page>
  )
}

function Compared({ data }: { readonly data: RoundsAnswer }) {
  const { t } = useWords()
  return (
    <>
      <p>
        <strong>{t('diff.changed', { before: data.before ?? '–', after: data.after ?? '–' })}</strong>
      </p>
      {data.withheld.includes('sites-and-actors') && <Note tone="calm">{t('sheets.withheld.sites-and-actors')}</Note>}
      <Panel title={t('rounds.zones')}>
        <DataTable
          caption={t('rounds.zones')}
          file="conflict-rounds-zones"
          rows={data.zones}
          columns={zoneColumns(t)}
          rowKey={(row) => row.area}
          order="area"
          prefix="z."
          plain
          empty={<EmptyState title={t('rounds.none')} />}
        />
        <Source>{t('rounds.source')}</Source>
      </Panel>
      {data.lines.length > 0 && (
        <Panel title={t('rounds.sites')}>
          <CutNote cut={data.cut} />
          <DataTable
            caption={t('rounds.sites')}
            file="conflict-rounds"
            rows={data.lines}
            columns={lineColumns(t)}
            rowKey={(row) => row.sheet}
            order="verdict"
            prefix="s."
            plain
            empty={null}
          />
          <Source>{t('rounds.source')}</Source>
        </Panel>
      )}
    </>
  )
}

const zoneColumns = (t: Translate): readonly Column<RoundZone>[] => [
  said('area', t('rounds.area'), (row) => row.name),
  ...RoundVerdict.options.map((verdict): Column<RoundZone> => {
    const sites = (row: RoundZone): number => row.verdicts.find((one) => one.verdict === verdict)?.sites ?? 0
    return { key: verdict, header: t(`sheets.verdict.${verdict}`), value: sites, cell: sites, numeric: true }
  }),
]
const ORDER: readonly RoundVerdict[] = ['worse', 'new', 'changed', 'not-looked-again', 'unchanged', 'better', 'gone']
const lineColumns = (t: Translate): readonly Column<RoundLine>[] => {
  const point = (key: 'before' | 'after'): Column<RoundLine> => ({
    key,
    header: t(`rounds.${key}`),
    value: (row) => row[key]?.asOf ?? '',
    cell: (row) => {
      const at = row[key]
      return at === null ? (
        '–'
      ) : (
        <>
          {t(`code.interference.${at.interference}`)} · <DateText date={at.asOf} age />
        </>
      )
    },
  })
  return [
    {
      key: 'place',
      header: t('sheets.place'),
      value: (row) => row.name,
      cell: (row) => <AppLink to={`/conflict-sheets/${row.sheet}`}>{row.name}</AppLink>,
    },
    {
      key: 'verdict',
      header: t('rounds.verdict'),
      value: (row) => ORDER.indexOf(row.verdict),
      cell: (row) => <VerdictMark verdict={row.verdict} />,
    },
    point('before'),
    point('after'),
    {
      key: 'changes',
      header: t('rounds.changes'),
      value: (row) => row.verdict,
      cell: (row) => (row.diff ? <DiffList diff={row.diff} inRow /> : '–'),
    },
  ]
}
