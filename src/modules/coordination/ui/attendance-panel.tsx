/* Who sits, seat by seat. The meeting opens with all of them noted; while it sits a seat arrives or leaves, and the note above says whether it may still decide. */
import { useState } from 'react'
import { useCommand } from '../../../app/ask.ts'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { Button } from '../../../app/kit/button.tsx'
import { todayHere } from '../../../app/kit/clock.ts'
import { SelectField } from '../../../app/kit/field.tsx'
import { Note, Panel, Source } from '../../../app/kit/panel.tsx'
import { ErrorState } from '../../../app/kit/states.tsx'
import { useWords } from '../../../app/words.ts'
import type { SeatShown } from '../contract.ts'
import type { MeetingShown, SeatState } from '../contract-meetings.ts'

interface Props {
  readonly meeting: MeetingShown
  readonly again: () => void
}
const AT_OPENING = ['present', 'represented', 'excused', 'absent'] as const

export function AttendancePanel({ meeting, again }: Props) {
  const { t } = useWords()
  const of = new Map(meeting.attendance.map(({ seat, is }) => [seat, is]))
  const { state, day } = meeting.line
  return (
    <Panel title={t('meeting.attendance')}>
      <div className="committee-seats">
        {meeting.components.map((component) => (
          <div key={component.key}>
            <strong>{component.name}</strong>
            {component.isWithdrawn && <span className="committee-mark late"> {t('committees.impaired')}</span>}
            <ul>
              {component.seats.map((seat) => (
                <li key={seat.key}>
                  {seat.title}
                  {of.has(seat.key) && ` · ${t(`seat.${of.get(seat.key) ?? 'absent'}`)}`}
                  <div className="small">{seat.organisationName ?? t('committee.seat.none')}</div>
                  {meeting.keeps && state === 'open' && (
                    <SeatAct meeting={meeting} seat={seat} is={of.get(seat.key) ?? 'absent'} again={again} />
                  )}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      {meeting.keeps && state === 'convened' && day > todayHere() && <Note tone="calm">{t('meeting.opens-on', { day })}</Note>}
      {meeting.keeps && state === 'convened' && day <= todayHere() && <OpenAct meeting={meeting} again={again} />}
      <Source>{t('committee.quorum.rule')}</Source>
    </Panel>
  )
}
interface SeatProps extends Props {
  readonly seat: SeatShown
  readonly is: SeatState
}
function SeatAct({ meeting, seat, is, again }: SeatProps) {
  const { t } = useWords()
  const { send, sending, error } = useCommand<{ readonly seat: string; readonly is: SeatState }>(
    `/api/coordination/meetings/${meeting.id}/seats`,
  )
  const sits = is === 'present' || is === 'represented'
  const note = async () => {
    await send({ seat: seat.key, is: sits ? 'left' : 'present' }).catch(() => null)
    again()
  }
  return (
    <span className="no-print">
      <Button busy={sending} onClick={() => void note()}>
        {t(sits ? 'meeting.seat.leaves' : 'meeting.seat.arrives')}
      </Button>
      {error && <ErrorState error={error} />}
    </span>
  )
}
/** No seat is presumed present: a quorum is what somebody saw and noted. */
function OpenAct({ meeting, again }: Props) {
  const { t } = useWords()
  const seats = meeting.components.flatMap((one) => one.seats)
  const [states, setStates] = useState<{ readonly [seat: string]: SeatState }>({})
  const noted = seats.flatMap(({ key }) => {
    const is = states[key]
    return is === undefined ? [] : [{ seat: key, is }]
  })
  const missing = seats.length - noted.length
  const restPresent = () => setStates((before) => ({ ...Object.fromEntries(seats.map(({ key }) => [key, 'present'])), ...before }))
  return (
    <ActDialog
      {...{ title: t('meeting.open'), explain: t('meeting.open.explain'), go: t('meeting.open.go') }}
      path={`/api/coordination/meetings/${meeting.id}/openings`}
      data={missing === 0 ? { attendance: noted } : null}
      missing={t('meeting.open.missing', { n: missing })}
      onDone={again}
    >
      {seats.map(({ key, title }) => (
        <SelectField<SeatState | ''>
          key={key}
          label={title}
          value={states[key] ?? ''}
          options={[
            ...(states[key] === undefined ? [{ value: '' as const, label: t('meeting.seat.unsaid') }] : []),
            ...AT_OPENING.map((value) => ({ value, label: t(`seat.${value}`) })),
          ]}
          onValue={(is) => is !== '' && setStates((before) => ({ ...before, [key]: is }))}
        />
      ))}
      {missing > 0 && <Button onClick={restPresent}>{t('meeting.open.rest')}</Button>}
    </ActDialog>
  )
}
