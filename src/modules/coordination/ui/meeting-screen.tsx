/* The room of a meeting: whether it may decide at this moment, the agenda with why, who sits, what was decided, who owes what, minutes, papers to print. */
import { useAnswer } from '../../../app/ask.ts'
import { AppLink } from '../../../app/kit/button.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Note, Panel } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { DateText } from '../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../app/screen.ts'
import { useWords } from '../../../app/words.ts'
import type { MeetingShown } from '../contract-meetings.ts'
import { ActionTable } from './action-table.tsx'
import { AgendaPanel } from './agenda-panel.tsx'
import { AttendancePanel } from './attendance-panel.tsx'
import { CancelAct, CloseAct } from './meeting-acts.tsx'
import { MinutesPanel } from './minutes-panel.tsx'

const PAPERS = ['invitation', 'attendance', 'minutes', 'actions'] as const

export function MeetingScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const id = params['meeting'] ?? ''
  const { data, answer, error, again } = useAnswer<MeetingShown>(`/api/coordination/meetings/${id}`)
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const { line, committee } = data
  return (
    <Page
      title={line.code}
      marks={<span className="committee-mark">{t(`meeting.state.${line.state}`)}</span>}
      crumbs={<AppLink to={`/coordination/${committee.id}`}>{committee.name}</AppLink>}
      under={
        <>
          {t(`meeting.kind.${line.kind}`)} · <DateText date={line.day} /> · {line.time} · {line.place}
        </>
      }
      answer={answer}
      actions={
        data.keeps && (
          <>
            {line.state === 'open' && <CloseAct id={id} again={again} />}
            {line.state === 'convened' && <CancelAct id={id} again={again} />}
          </>
        )
      }
    >
      <p className="small">{t('meeting.notice', { on: data.convokedOn, n: data.noticeDays })}</p>
      {data.reason !== null && <p>{data.reason}</p>}
      {line.state === 'open' && (
        <Note tone={data.quorum.met ? 'good' : 'red'} live>
          {data.quorum.met ? t('meeting.quorum.met') : t('meeting.quorum.missing', { missing: data.quorum.missing.join(', ') })}
        </Note>
      )}
      <AgendaPanel meeting={data} again={again} />
      <AttendancePanel meeting={data} again={again} />
      <Decisions meeting={data} />
      <Panel title={t('committee.actions')}>
        <ActionTable rows={data.actions} keeps={data.keeps} rules={data.rules} again={again} />
      </Panel>
      <MinutesPanel meeting={data} again={again} />
      <Papers id={id} />
    </Page>
  )
}
function Decisions({ meeting: { decisions } }: { readonly meeting: MeetingShown }) {
  const { t } = useWords()
  return (
    <Panel title={t('meeting.decided')}>
      {decisions.length === 0 && <EmptyState title={t('meeting.decisions.none')} />}
      <ul className="plain-list stack">
        {decisions.map((one) => (
          <li key={one.number}>
            <strong>{one.number}</strong> · {t(`decision.${one.kind}`)}
            <div>{one.text}</div>
            <div className="small">
              {one.vote === null ? t('decision.consent') : t('decision.vote', one.vote)}
              {one.dissent !== null && ` · ${one.dissent}`}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
function Papers({ id }: { readonly id: string }) {
  const { t, language } = useWords()
  return (
    <Panel title={t('meeting.print')}>
      <div className="row tight">
        {PAPERS.map((paper) => (
          <a
            className="btn"
            key={paper}
            href={`/coordination/meetings/${id}/${paper}/print?language=${language}`}
            target="_blank"
            rel="noreferrer"
          >
            {t(`meeting.print.${paper}`)}
          </a>
        ))}
      </div>
    </Panel>
  )
}
