/* One committee: how it works in numbers with their parts, who sits and who has left, its meetings, and the board of who owes what by when. */
import { useAnswer } from '../../../app/ask.ts'
import { AppLink, LinkButton } from '../../../app/kit/button.tsx'
import { type Column, DataTable, said } from '../../../app/kit/data-table.tsx'
import { Figure } from '../../../app/kit/figure.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Pairs } from '../../../app/kit/pairs.tsx'
import { Note, Panel, Source } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { DateText } from '../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../app/screen.ts'
import { type Translate, useWords } from '../../../app/words.ts'
import type { CommitteeBoard, FunctionalityIndex, MeetingLine } from '../contract.ts'
import { ActionTable } from './action-table.tsx'
import { ConveneAct, ReturnAct, WithdrawAct } from './committee-acts.tsx'
import { HealthMark, SeatList, indexPercent } from './committee-marks.tsx'
import { VersionsPanel, actText, officersText, quorumText } from './versions-panel.tsx'

export function CommitteeScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const id = params['committee'] ?? ''
  const { data, answer, error, again } = useAnswer<CommitteeBoard>(`/api/coordination/committees/${id}`)
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const { line } = data
  return (
    <Page
      title={line.name}
      marks={<HealthMark line={line} />}
      crumbs={<AppLink to="/coordination">{t('committees.title')}</AppLink>}
      under={`${line.code} · ${t(`committee.level.${line.level}`)}, ${line.areaName}`}
      answer={answer}
      actions={
        <>
          {data.keeps && <ConveneAct id={id} rules={data.rules} again={again} />}
          <LinkButton to={`/coordination/${id}/fund`}>{t('committee.fund')}</LinkButton>
          <LinkButton to={`/coordination/${id}/scores`}>{t('committee.scores')}</LinkButton>
          <a className="btn" href={`/committees/${id}`} target="_blank" rel="noreferrer">
            {t('committees.public')}
          </a>
        </>
      }
    >
      {line.withdrawals.map((gone) => (
        <Note tone="red" key={gone.component}>
          <strong>{gone.name}</strong> {t('committee.gone', { on: gone.on })}. {gone.reason} {t('committee.gone.told', { days: gone.days })}
        </Note>
      ))}
      <IndexFigures index={line.index} months={data.rules.indexMonths} />
      <Panel title={t('committee.actions')} aside={<KeptText board={data} />}>
        <ActionTable rows={data.actions} keeps={data.keeps} rules={data.rules} again={again} />
        <ShownOf n={data.actions.length} total={data.actionsTotal} />
      </Panel>
      <Meetings board={data} />
      <Components board={data} again={again} />
      <VersionsPanel board={data} />
    </Page>
  )
}

export function IndexFigures({ index, months }: { readonly index: FunctionalityIndex; readonly months: number }) {
  const { t } = useWords()
  const percent = (share: number | null): number | null => (share === null ? null : Math.round(share * 100))
  return (
    <>
      <div className="figures">
        <Figure
          number={indexPercent(index)}
          label={t('committees.percent', { label: t('committees.index') })}
          source={t('committees.index.of', { parts: index.parts })}
        />
        {(['held', 'quorum', 'actions'] as const).map((part) => (
          <Figure
            key={part}
            number={percent(index[part].share)}
            label={t('committees.percent', { label: t(`index.${part}`) })}
            source={index[part].share === null ? t('index.nothing') : t(part === 'held' ? 'index.held.of' : 'index.of', index[part])}
          />
        ))}
      </div>
      <Source>{t('committees.index.rule', { months })}</Source>
    </>
  )
}
/** What is open stands whole; of what is over, the newest. */
function ShownOf({ n, total }: { readonly n: number; readonly total: number }) {
  const { t } = useWords()
  return n < total ? <p className="small">{t('committee.shown-of', { n, total })}</p> : null
}
function KeptText({ board: { kept } }: { readonly board: CommitteeBoard }) {
  const { t } = useWords()
  return <span className="small">{t('committee.kept', { kept: kept.onTime, late: kept.late })}</span>
}

function Meetings({ board }: { readonly board: CommitteeBoard }) {
  const { t } = useWords()
  return (
    <Panel title={t('committee.meetings')}>
      <DataTable
        {...{
          caption: t('committee.meetings'),
          file: 'meetings',
          rows: board.meetings,
          columns: meetingColumns(t),
          order: '-day',
          prefix: 'm.',
        }}
        plain
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('meeting.none')}>{t('meeting.none.do')}</EmptyState>}
      />
      <ShownOf n={board.meetings.length} total={board.meetingsTotal} />
    </Panel>
  )
}
const meetingColumns = (t: Translate): readonly Column<MeetingLine>[] => [
  {
    ...{ key: 'day', header: t('meeting.day'), value: (row) => row.day },
    cell: (row) => (
      <>
        <AppLink to={`/meetings/${row.id}`}>
          <DateText date={row.day} />
        </AppLink>
        <div className="small">
          {row.code} · {t(`meeting.kind.${row.kind}`)}
        </div>
      </>
    ),
  },
  said('state', t('meeting.state'), (row) => t(`meeting.state.${row.state}`)),
  said('quorum', t('meeting.quorum'), (row) =>
    row.quorumKept === null ? '–' : t(row.quorumKept ? 'meeting.quorum.kept' : 'meeting.quorum.lost'),
  ),
  { ...said<MeetingLine>('decisions', t('meeting.decided'), (row) => row.decisions), numeric: true },
  said('minutes', t('meeting.minutes'), (row) => t(`meeting.minutes.${row.minutes}`)),
]

function Components({ board, again }: { readonly board: CommitteeBoard; readonly again: () => void }) {
  const { t } = useWords()
  const { legal, quorum, parent } = board
  const officers = officersText(t, board.officers)
  return (
    <Panel title={t('committee.components')}>
      <Pairs
        lines={[
          [t('committee.legal'), actText(t, legal)],
          [t('committee.mandate'), board.mandate],
          [t('committee.per-year'), String(board.meetingsPerYear)],
          [t('committee.quorum'), quorumText(t, quorum)],
          [t('committee.officers'), officers === '' ? t('committee.officer.none') : officers],
          [
            t('committee.parent'),
            parent === null ? t('committee.parent.none') : <AppLink to={`/coordination/${parent.id}`}>{parent.name}</AppLink>,
          ],
        ]}
      />
      <div className="committee-seats">
        {board.components.map((component) => (
          <div key={component.key}>
            <strong>{component.name}</strong>
            <div className="small">{t(`committee.component.${component.kind}`)}</div>
            <SeatList seats={component.seats} />
          </div>
        ))}
      </div>
      {board.keeps && (
        <div className="row tight no-print">
          <LinkButton to={`/coordination/${board.line.id}/revise`}>{t('committee.revise')}</LinkButton>
          <WithdrawAct board={board} again={again} />
          {board.line.withdrawals.length > 0 && <ReturnAct board={board} again={again} />}
        </div>
      )}
      <Source>{t('committee.quorum.rule')}</Source>
    </Panel>
  )
}
