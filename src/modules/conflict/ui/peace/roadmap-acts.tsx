/* What is done with an item of the roadmap: its status with what shows it, its day, its owner and its sites, each with why. */
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { DateField, LongTextField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { NamedField } from '../../../../app/kit/named-field.tsx'
import { useWords } from '../../../../app/words.ts'
import { type RoadmapItem, RoadmapStatus } from '../../contract-peace.ts'
import { type LinkedSite, SitesField } from './sites-field.tsx'

interface Props {
  readonly item: RoadmapItem
  readonly again: () => void
}
export function ItemActs(props: Props) {
  const { t } = useWords()
  const { item } = props
  const isOver = item.status === 'done' || item.status === 'dropped'
  return (
    <details className="no-print">
      <summary>{t('roadmap.change')}</summary>
      <div className="row tight">
        <SetStatus {...props} />
        {!isOver && <MoveDue {...props} />}
        {!isOver && <Assign {...props} />}
      </div>
    </details>
  )
}

function SetStatus({ item, again }: Props) {
  const { t } = useWords()
  const [status, setStatus] = useState<RoadmapStatus>(item.status)
  const [evidence, setEvidence] = useState('')
  const [reason, setReason] = useState('')
  const isOver = item.status === 'done' || item.status === 'dropped'
  const needsReason = status === 'blocked' || status === 'dropped' || isOver
  const isWhole = status !== item.status && (status !== 'done' || evidence.trim() !== '') && (!needsReason || reason.trim() !== '')
  return (
    <ActDialog
      {...{ title: t('roadmap.set'), explain: item.text, go: t('roadmap.set.go'), path: `/api/conflict/roadmap/${item.id}/statuses` }}
      kind="plain"
      data={
        isWhole
          ? {
              status,
              ...(evidence.trim() === '' ? {} : { evidence: evidence.trim() }),
              ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
            }
          : null
      }
      onDone={again}
    >
      <SelectField
        label={t('roadmap.status')}
        value={status}
        options={RoadmapStatus.options.map((value) => ({ value, label: t(`roadmap.status.${value}`) }))}
        onValue={setStatus}
      />
      {status === 'done' && (
        <LongTextField
          label={t('roadmap.evidence')}
          hint={t('roadmap.evidence.hint')}
          value={evidence}
          onValue={setEvidence}
          maxLength={600}
          required
        />
      )}
      <LongTextField label={t('roadmap.reason')} value={reason} onValue={setReason} maxLength={600} required={needsReason} />
    </ActDialog>
  )
}

function MoveDue({ item, again }: Props) {
  const { t } = useWords()
  const [due, setDue] = useState(item.due)
  const [reason, setReason] = useState('')
  const isWhole = due !== '' && due !== item.due && reason.trim() !== ''
  return (
    <ActDialog
      {...{ title: t('roadmap.move'), explain: t('roadmap.move.explain'), go: t('roadmap.move.go') }}
      path={`/api/conflict/roadmap/${item.id}/due-days`}
      kind="plain"
      data={isWhole ? { due, reason: reason.trim() } : null}
      onDone={again}
    >
      <DateField label={t('roadmap.due')} value={due} onValue={setDue} required />
      <LongTextField label={t('roadmap.reason')} hint={t('peace.no-names')} value={reason} onValue={setReason} maxLength={600} required />
    </ActDialog>
  )
}

function Assign({ item, again }: Props) {
  const { t } = useWords()
  const [owner, setOwner] = useState<string>(item.owner ?? '')
  const [written, setWritten] = useState(item.owner === null ? item.ownerName : '')
  const [sites, setSites] = useState<readonly LinkedSite[]>(item.sites)
  const [reason, setReason] = useState('')
  const bodies = useAnswer<{ readonly organisations: readonly { readonly id: string; readonly name: string }[] }>('/api/organisations').data
  const who = owner === '' ? { ownerWritten: written.trim() } : { owner }
  const isWhole = reason.trim() !== '' && (owner !== '' || written.trim() !== '')
  return (
    <ActDialog
      {...{ title: t('roadmap.assign'), explain: item.text, go: t('roadmap.assign.go') }}
      path={`/api/conflict/roadmap/${item.id}/assignments`}
      kind="plain"
      data={isWhole ? { ...who, sites: sites.map((one) => one.id), reason: reason.trim() } : null}
      onDone={again}
    >
      <NamedField
        label={t('roadmap.owner')}
        value={owner}
        named={bodies?.organisations}
        empty={t('roadmap.owner.other')}
        onValue={setOwner}
      />
      {owner === '' && <TextField label={t('roadmap.owner.written')} value={written} onValue={setWritten} maxLength={160} />}
      <SitesField sites={sites} onSites={setSites} />
      <LongTextField label={t('roadmap.reason')} hint={t('peace.no-names')} value={reason} onValue={setReason} maxLength={600} required />
    </ActDialog>
  )
}
