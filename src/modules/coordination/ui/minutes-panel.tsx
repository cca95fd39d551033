/* Minutes: a draft by the secretariat, approved by who presides in a later meeting, then locked; what is put right later is a dated note. */
import { useState } from 'react'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { LongTextField } from '../../../app/kit/field.tsx'
import { NamedField } from '../../../app/kit/named-field.tsx'
import { Note, Panel } from '../../../app/kit/panel.tsx'
import { DateText } from '../../../app/kit/values.tsx'
import { useWords } from '../../../app/words.ts'
import type { MeetingShown } from '../contract-meetings.ts'

interface Props {
  readonly meeting: MeetingShown
  readonly again: () => void
}
export function MinutesPanel({ meeting, again }: Props) {
  const { t } = useWords()
  const { minutes, line, keeps, presides } = meeting
  if (line.state !== 'closed') return null
  return (
    <Panel title={t('meeting.minutes')} aside={<span className="committee-mark">{t(`meeting.minutes.${minutes.state}`)}</span>}>
      {minutes.text !== null && <p style={{ whiteSpace: 'pre-wrap' }}>{minutes.text}</p>}
      {minutes.sha256 !== null && (
        <>
          <p>{t('meeting.locked', { code: minutes.approvedIn, on: minutes.approvedOn })}</p>
          <p className="hash-text">SHA-256 {minutes.sha256}</p>
        </>
      )}
      {minutes.notes.map((one, index) => (
        <p key={index}>
          <DateText date={one.on} /> · {one.text}
        </p>
      ))}
      <div className="row tight no-print">
        {keeps && minutes.state !== 'locked' && <WriteAct meeting={meeting} again={again} />}
        {keeps && minutes.state === 'locked' && <NoteAct meeting={meeting} again={again} />}
        {presides && !minutes.isMine && minutes.state === 'draft' && meeting.approvableIn.length > 0 && (
          <ApproveAct meeting={meeting} again={again} />
        )}
      </div>
      {minutes.state === 'draft' && meeting.approvableIn.length === 0 && <Note tone="calm">{t('meeting.approve.wait')}</Note>}
    </Panel>
  )
}
function WriteAct({ meeting, again }: Props) {
  const { t } = useWords()
  const [text, setText] = useState(meeting.minutes.text ?? '')
  return (
    <ActDialog
      {...{ title: t('meeting.write'), explain: t('meeting.write.explain'), go: t('meeting.write.go') }}
      path={`/api/coordination/meetings/${meeting.id}/minutes`}
      data={text.trim() === '' ? null : { text: text.trim() }}
      onDone={again}
    >
      <LongTextField label={t('meeting.write.text')} value={text} onValue={setText} maxLength={20_000} rows={10} required />
    </ActDialog>
  )
}
function NoteAct({ meeting, again }: Props) {
  const { t } = useWords()
  const [text, setText] = useState('')
  return (
    <ActDialog
      {...{ title: t('meeting.note'), explain: t('meeting.note.explain'), go: t('meeting.note.go') }}
      path={`/api/coordination/meetings/${meeting.id}/notes`}
      kind="plain"
      data={text.trim() === '' ? null : { text: text.trim() }}
      onDone={again}
    >
      <LongTextField label={t('committee.words')} value={text} onValue={setText} maxLength={1200} required />
    </ActDialog>
  )
}
function ApproveAct({ meeting, again }: Props) {
  const { t } = useWords()
  const [inside, setInside] = useState(meeting.approvableIn[0]?.id ?? '')
  return (
    <ActDialog
      {...{ title: t('meeting.approve'), explain: t('meeting.approve.explain'), go: t('meeting.approve.go') }}
      path={`/api/coordination/meetings/${meeting.id}/approvals`}
      data={inside === '' ? null : { meeting: inside }}
      onDone={again}
    >
      <NamedField
        label={t('meeting.approve.in')}
        value={inside}
        named={meeting.approvableIn.map(({ id, code }) => ({ id: String(id), name: code }))}
        empty={t('committee.choose')}
        onValue={(to) => setInside(meeting.approvableIn.find((one) => one.id === to)?.id ?? '')}
      />
    </ActDialog>
  )
}
