/* The acts of an audit: the auditor finds, proposes and publishes; the committee's desk decides; the exporter appeals. */
import { useState } from 'react'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { DateField, LongTextField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { FileField } from '../../../../app/kit/file-field.tsx'
import { useWords } from '../../../../app/words.ts'
import type { DocumentRef } from '../../../documents/contract.ts'
import type { AuditFlag, FindingGrade } from '../../contract-audits.ts'
import { appealDecisionOf, appealOf, decisionOf, findingOf, otherFlags, proposalOf, publicationOf } from './audit-forms.ts'

interface Act {
  readonly id: string
  readonly again: () => void
}
const flags: readonly AuditFlag[] = ['green', 'yellow', 'red']
const grades: readonly FindingGrade[] = ['observation', 'minor', 'major', 'critical']

interface FlagProps {
  readonly value: AuditFlag
  readonly onValue: (flag: AuditFlag) => void
  readonly among?: readonly AuditFlag[]
}
function FlagField({ value, onValue, among = flags }: FlagProps) {
  const { t } = useWords()
  const options = among.map((one) => ({ value: one, label: `${t(`status.${one}`)} · ${t(`audits.means.${one}`)}` }))
  return <SelectField label={t('audits.flag')} value={value} options={options} onValue={onValue} />
}
function Story({ label, value, onValue }: { readonly label: string; readonly value: string; readonly onValue: (text: string) => void }) {
  const { t } = useWords()
  return <LongTextField label={label} hint={t('audits.no-names')} value={value} onValue={onValue} maxLength={2000} required />
}

export function FindingDialog({ id, again }: Act) {
  const { t } = useWords()
  const [grade, setGrade] = useState<FindingGrade>('minor')
  const [text, setText] = useState('')
  const [about, setAbout] = useState('')
  return (
    <ActDialog
      title={t('audits.finding.add')}
      explain={t('audits.finding.explain')}
      go={t('exporters.save')}
      path={`/api/audits/${id}/findings`}
      kind="plain"
      data={findingOf({ grade, text, about })}
      onDone={again}
    >
      <SelectField
        label={t('audits.grade')}
        value={grade}
        options={grades.map((value) => ({ value, label: t(`audits.grade.${value}`) }))}
        onValue={setGrade}
      />
      <TextField label={t('audits.about')} value={about} onValue={setAbout} maxLength={160} />
      <Story label={t('audits.finding')} value={text} onValue={setText} />
    </ActDialog>
  )
}
export function ProposeDialog({ id, again }: Act) {
  const { t } = useWords()
  const [flag, setFlag] = useState<AuditFlag>('green')
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={t('audits.propose')}
      explain={t('audits.propose.explain')}
      go={t('audits.propose')}
      path={`/api/audits/${id}/proposals`}
      kind="plain"
      data={proposalOf({ flag, reason })}
      onDone={again}
    >
      <FlagField value={flag} onValue={setFlag} />
      <Story label={t('cards.reason')} value={reason} onValue={setReason} />
    </ActDialog>
  )
}
export function PublishDialog({ id, again }: Act) {
  const { t } = useWords()
  const [address, setAddress] = useState('')
  const [summary, setSummary] = useState('')
  const [file, setFile] = useState<DocumentRef | null>(null)
  return (
    <ActDialog
      title={t('audits.publish')}
      explain={t('audits.publish.explain')}
      go={t('audits.publish')}
      path={`/api/audits/${id}/reports`}
      data={publicationOf({ address, summary, file }, t('audits.published'))}
      onDone={again}
    >
      <FileField<DocumentRef>
        label={t('audits.report.file')}
        hint={file === null ? t('audits.report.file.hint') : t('audits.report.file.kept', { hash: file.sha256.slice(0, 12) })}
        accept="application/pdf"
        onKept={setFile}
      />
      <TextField label={t('audits.report.address')} hint="https://…" value={address} onValue={setAddress} maxLength={400} />
      <Story label={t('audits.summary')} value={summary} onValue={setSummary} />
    </ActDialog>
  )
}
export function DecideDialog({ id, again, proposed }: Act & { readonly proposed: AuditFlag }) {
  const { t } = useWords()
  const [flag, setFlag] = useState(proposed)
  const [reason, setReason] = useState('')
  const [committee, setCommittee] = useState('')
  const [effectiveFrom, setFrom] = useState('')
  const [followUpOn, setFollowUp] = useState('')
  return (
    <ActDialog
      title={t('audits.decide')}
      explain={t('audits.decide.explain')}
      go={t('audits.decide')}
      path={`/api/audits/${id}/decisions`}
      data={decisionOf({ flag, reason, committee, effectiveFrom, followUpOn })}
      onDone={again}
    >
      <FlagField value={flag} onValue={setFlag} />
      <Story label={t('cards.reason')} value={reason} onValue={setReason} />
      <TextField
        label={t('audits.committee')}
        hint={t('audits.committee.hint')}
        value={committee}
        onValue={setCommittee}
        maxLength={400}
        required
      />
      <DateField label={t('audits.effective')} hint={t('audits.effective.hint')} value={effectiveFrom} onValue={setFrom} />
      <DateField label={t('exporters.follow-up')} value={followUpOn} onValue={setFollowUp} />
    </ActDialog>
  )
}
export function AppealDialog({ id, again }: Act) {
  const { t } = useWords()
  const [grounds, setGrounds] = useState('')
  return (
    <ActDialog
      title={t('audits.appeal.file')}
      explain={t('audits.appeal.explain')}
      go={t('audits.appeal.file')}
      path={`/api/audits/${id}/appeals`}
      data={appealOf(grounds)}
      onDone={again}
    >
      <Story label={t('audits.grounds')} value={grounds} onValue={setGrounds} />
    </ActDialog>
  )
}
export function AppealDecisionDialog({ id, again, flag: decided }: Act & { readonly flag: AuditFlag }) {
  const { t } = useWords()
  const [outcome, setOutcome] = useState<'rejected' | 'changed'>('rejected')
  const others = otherFlags(decided)
  const [flag, setFlag] = useState<AuditFlag>(others[0] ?? decided)
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={t('audits.appeal.decide')}
      explain={t('audits.appeal.decide.explain')}
      go={t('audits.appeal.decide')}
      path={`/api/audits/${id}/appeal-decisions`}
      data={appealDecisionOf({ outcome, flag, reason })}
      onDone={again}
    >
      <SelectField
        label={t('audits.appeal')}
        value={outcome}
        options={(['rejected', 'changed'] as const).map((value) => ({ value, label: t(`audits.appeal.${value}`) }))}
        onValue={setOutcome}
      />
      {outcome === 'changed' && <FlagField value={flag} onValue={setFlag} among={others} />}
      <Story label={t('cards.reason')} value={reason} onValue={setReason} />
    </ActDialog>
  )
}
