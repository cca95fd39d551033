/* Dialogs of a meeting: items, decisions, actions, the objection to a blue request, closing and calling off. */
import { useState } from 'react'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { CheckChoice, Choice } from '../../../app/kit/choice.tsx'
import { todayHere } from '../../../app/kit/clock.ts'
import { DateField, LongTextField, TextField } from '../../../app/kit/field.tsx'
import { NamedField } from '../../../app/kit/named-field.tsx'
import { useWords } from '../../../app/words.ts'
import { VOTES, WholeField, wholeOrNull } from './whole-field.tsx'
import { DecisionKind, type ItemShown, type MeetingShown } from '../contract-meetings.ts'

interface Of {
  readonly id: string
  readonly again: () => void
}
interface OfItem extends Of {
  readonly item: ItemShown
}
const pathOf = (id: string, what: string): string => `/api/coordination/meetings/${id}/${what}`

export function CloseAct({ id, again }: Of) {
  const { t } = useWords()
  return (
    <ActDialog
      {...{ title: t('meeting.close'), explain: t('meeting.close.explain'), go: t('meeting.close.go') }}
      path={pathOf(id, 'closings')}
      data={{}}
      onDone={again}
    >
      {null}
    </ActDialog>
  )
}
export function RefreshAct({ id, again }: Of) {
  const { t } = useWords()
  return (
    <ActDialog
      {...{ title: t('meeting.refresh'), explain: t('meeting.refresh.explain'), go: t('meeting.refresh.go') }}
      path={pathOf(id, 'refreshes')}
      kind="plain"
      data={{}}
      onDone={again}
    >
      {null}
    </ActDialog>
  )
}
export function CancelAct({ id, again }: Of) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      {...{ title: t('meeting.cancel'), explain: t('meeting.cancel.explain'), go: t('meeting.cancel') }}
      path={pathOf(id, 'cancellations')}
      kind="plain"
      data={reason.trim() === '' ? null : { reason: reason.trim() }}
      onDone={again}
    >
      <LongTextField label={t('committee.reason')} value={reason} onValue={setReason} maxLength={400} required />
    </ActDialog>
  )
}
export function AddItemAct({ id, again }: Of) {
  const { t } = useWords()
  const [title, setTitle] = useState('')
  const [why, setWhy] = useState('')
  return (
    <ActDialog
      {...{ title: t('meeting.add'), explain: t('meeting.add.explain'), go: t('meeting.add.go') }}
      path={pathOf(id, 'items')}
      kind="plain"
      data={title.trim() === '' || why.trim() === '' ? null : { title: title.trim(), why: why.trim() }}
      onDone={again}
    >
      <TextField label={t('meeting.item')} value={title} onValue={setTitle} maxLength={200} required />
      <LongTextField label={t('meeting.why')} value={why} onValue={setWhy} maxLength={400} required />
    </ActDialog>
  )
}
export function RemoveItemAct({ id, item, again }: OfItem) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      {...{ title: t('meeting.remove'), explain: t('meeting.remove.explain'), go: t('meeting.remove') }}
      path={pathOf(id, 'removals')}
      kind="plain"
      data={reason.trim() === '' ? null : { item: item.key, reason: reason.trim() }}
      onDone={again}
    >
      <LongTextField label={t('committee.reason')} value={reason} onValue={setReason} maxLength={400} required />
    </ActDialog>
  )
}

const votes = ['for', 'against', 'abstained'] as const
export function DecideAct({ id, item, again }: OfItem) {
  const { t } = useWords()
  const [kind, setKind] = useState<(typeof DecisionKind.options)[number]>('DECISION')
  const [text, setText] = useState('')
  const [dissent, setDissent] = useState('')
  const [isVoted, setVoted] = useState(false)
  const [vote, setVote] = useState({ for: '0', against: '0', abstained: '0' })
  const [isPublic, setPublic] = useState(false)
  const counted = {
    for: wholeOrNull(vote.for, VOTES),
    against: wholeOrNull(vote.against, VOTES),
    abstained: wholeOrNull(vote.abstained, VOTES),
  }
  const isCounted = !isVoted || Object.values(counted).every((one) => one !== null)
  const data = {
    ...{ item: item.key, kind, text: text.trim(), isPublic },
    ...(isVoted ? { vote: counted } : {}),
    ...(dissent.trim() === '' ? {} : { dissent: dissent.trim() }),
  }
  return (
    <ActDialog
      {...{ title: t('meeting.decide'), explain: t('meeting.decide.explain'), go: t('meeting.decide.go') }}
      path={pathOf(id, 'decisions')}
      data={text.trim() === '' || !isCounted ? null : data}
      onDone={again}
    >
      <Choice
        legend={t('meeting.decide.kind')}
        value={kind}
        options={DecisionKind.options.map((value) => ({ value, label: t(`decision.${value}`) }))}
        onValue={setKind}
      />
      <LongTextField label={t('meeting.decide.text')} value={text} onValue={setText} maxLength={1200} required />
      <CheckChoice label={t('meeting.decide.vote')} checked={isVoted} onChecked={setVoted} />
      {isVoted &&
        votes.map((key) => (
          <WholeField
            key={key}
            label={t(`meeting.decide.${key}`)}
            {...VOTES}
            value={vote[key]}
            onValue={(to) => setVote((before) => ({ ...before, [key]: to }))}
          />
        ))}
      <LongTextField label={t('meeting.decide.dissent')} value={dissent} onValue={setDissent} maxLength={600} />
      <CheckChoice label={t('meeting.decide.public')} checked={isPublic} onChecked={setPublic} />
    </ActDialog>
  )
}
interface GiveProps {
  readonly meeting: MeetingShown
  readonly item: ItemShown
  readonly again: () => void
}
export function GiveActionAct({ meeting, item, again }: GiveProps) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [owner, setOwner] = useState('')
  const [due, setDue] = useState('')
  const seats = meeting.components.flatMap((one) => one.seats.map(({ key, title }) => ({ id: key, name: title })))
  const decision = item.decisions.at(-1)
  return (
    <ActDialog
      {...{ title: t('meeting.action'), explain: t('meeting.action.explain'), go: t('meeting.action.go') }}
      path={pathOf(meeting.id, 'actions')}
      kind="plain"
      data={
        text.trim() === '' || owner === '' || due === ''
          ? null
          : { item: item.key, text: text.trim(), owner, due, ...(decision === undefined ? {} : { decision }) }
      }
      onDone={again}
    >
      <LongTextField label={t('actions.text')} value={text} onValue={setText} maxLength={600} required />
      <NamedField label={t('actions.owner')} value={owner} named={seats} empty={t('committee.choose')} onValue={setOwner} />
      <DateField label={t('actions.due')} value={due} min={todayHere()} onValue={setDue} required />
    </ActDialog>
  )
}
/** Goes by the command of sites, in the name of the own body: it is their record that it stops. */
export function ObjectAct({ item, again }: { readonly item: ItemShown; readonly again: () => void }) {
  const { t } = useWords()
  const [criterion, setCriterion] = useState('')
  const [narrative, setNarrative] = useState('')
  const isWhole = criterion.trim() !== '' && narrative.trim() !== ''
  return (
    <ActDialog
      {...{ title: t('meeting.object'), explain: t('meeting.object.explain'), go: t('meeting.object.go') }}
      path={`/api/sites/${item.site}/blue-objections`}
      kind="danger"
      data={
        isWhole ? { application: item.ref, criterion: criterion.trim().toUpperCase(), on: todayHere(), narrative: narrative.trim() } : null
      }
      onDone={again}
    >
      <TextField label={t('meeting.object.criterion')} value={criterion} onValue={setCriterion} maxLength={20} required />
      <LongTextField label={t('meeting.object.narrative')} value={narrative} onValue={setNarrative} maxLength={2000} required />
    </ActDialog>
  )
}
