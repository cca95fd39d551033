/* What the secretariat does with a committee: convene a meeting, note that a component left by letter, note that it is back. */
import { useState } from 'react'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { Choice } from '../../../app/kit/choice.tsx'
import { todayHere } from '../../../app/kit/clock.ts'
import { DateField, LongTextField, TextField } from '../../../app/kit/field.tsx'
import { NamedField } from '../../../app/kit/named-field.tsx'
import { useWords } from '../../../app/words.ts'
import { addDays } from '../../../kernel/calendar.ts'
import type { CommitteeBoard, CommitteeRules } from '../contract.ts'

interface ConveneProps {
  readonly id: string
  readonly rules: CommitteeRules
  readonly again: () => void
}
export function ConveneAct({ id, rules, again }: ConveneProps) {
  const { t } = useWords()
  const first = addDays(todayHere(), rules.noticeDays)
  const [said, setSaid] = useState({ kind: 'ORD', day: first, time: '09:00', place: '', reason: '' })
  const set = (part: Partial<typeof said>) => setSaid((before) => ({ ...before, ...part }))
  const { reason, ...rest } = said
  const isExtra = said.kind === 'EXTRA'
  const isWhole = said.day !== '' && said.time !== '' && said.place.trim() !== '' && (!isExtra || reason.trim() !== '')
  return (
    <ActDialog
      {...{ title: t('meeting.convene'), explain: t('meeting.convene.explain', { days: rules.noticeDays }), go: t('meeting.convene.go') }}
      path={`/api/coordination/committees/${id}/meetings`}
      data={isWhole ? { ...rest, place: said.place.trim(), ...(isExtra ? { reason: reason.trim() } : {}) } : null}
      onDone={again}
    >
      <Choice
        legend={t('meeting.kind')}
        value={said.kind}
        options={['ORD', 'EXTRA'].map((value) => ({ value, label: t(value === 'ORD' ? 'meeting.kind.ORD' : 'meeting.kind.EXTRA') }))}
        onValue={(kind) => set({ kind })}
      />
      <DateField label={t('meeting.day')} value={said.day} min={isExtra ? todayHere() : first} onValue={(day) => set({ day })} required />
      <TextField label={t('meeting.time')} type="time" value={said.time} onValue={(time) => set({ time })} required />
      <TextField label={t('meeting.place')} value={said.place} onValue={(place) => set({ place })} maxLength={160} required />
      {isExtra && (
        <LongTextField label={t('meeting.extra.reason')} value={reason} onValue={(to) => set({ reason: to })} maxLength={400} required />
      )}
    </ActDialog>
  )
}

interface BoardProps {
  readonly board: CommitteeBoard
  readonly again: () => void
}
export function WithdrawAct({ board, again }: BoardProps) {
  const { t } = useWords()
  const [component, setComponent] = useState('')
  const [on, setOn] = useState(todayHere())
  const [reason, setReason] = useState('')
  const there = board.components.filter((one) => !one.isWithdrawn).map(({ key, name }) => ({ id: key, name }))
  return (
    <ActDialog
      {...{ title: t('committee.withdraw'), explain: t('committee.withdraw.explain'), go: t('committee.withdraw.go') }}
      path={`/api/coordination/committees/${board.line.id}/withdrawals`}
      kind="plain"
      data={component !== '' && on !== '' && reason.trim() !== '' ? { component, on, reason: reason.trim() } : null}
      onDone={again}
    >
      <NamedField label={t('committee.component')} value={component} named={there} empty={t('committee.choose')} onValue={setComponent} />
      <DateField label={t('committee.on')} value={on} max={todayHere()} onValue={setOn} />
      <LongTextField label={t('committee.reason')} value={reason} onValue={setReason} maxLength={600} required />
    </ActDialog>
  )
}
export function ReturnAct({ board, again }: BoardProps) {
  const { t } = useWords()
  const gone = board.line.withdrawals.map(({ component, name }) => ({ id: component, name }))
  const [component, setComponent] = useState(gone[0]?.id ?? '')
  const [on, setOn] = useState(todayHere())
  const [words, setWords] = useState('')
  return (
    <ActDialog
      {...{ title: t('committee.return'), explain: t('committee.return.explain'), go: t('committee.return.go') }}
      path={`/api/coordination/committees/${board.line.id}/returns`}
      kind="plain"
      data={component !== '' && on !== '' ? { component, on, ...(words.trim() === '' ? {} : { words: words.trim() }) } : null}
      onDone={again}
    >
      <NamedField label={t('committee.component')} value={component} named={gone} empty={t('committee.choose')} onValue={setComponent} />
      <DateField label={t('committee.on')} value={on} max={todayHere()} onValue={setOn} />
      <LongTextField label={t('committee.words')} value={words} onValue={setWords} maxLength={600} />
    </ActDialog>
  )
}
