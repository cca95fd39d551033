/* What may be done with a file, as the server says; each act is a dialog with its reason. */
import { useState } from 'react'
import { SelectField } from '../../../app/kit/field.tsx'
import { useWords } from '../../../app/words.ts'
import type { IncidentDetail } from '../contract-report.ts'
import { TextAct, noteOf } from './act.tsx'
import { categories, confidentialities, levels } from './choices.ts'

const bases = ['field-visit', 'documents', 'two-sources', 'figures', 'authority'] as const
const outcomes = [
  ...(['measures-carried-out', 'trade-suspended', 'lots-seized', 'payment-returned', 'sanction-taken', 'sent-to-justice'] as const),
  ...(['people-withdrawn-from-danger', 'safety-restored', 'records-corrected', 'nothing-found'] as const),
] as const

interface ActsProps {
  readonly detail: IncidentDetail
  readonly onDone: () => void
}
export function FileActs({ detail, onDone }: ActsProps) {
  const { t } = useWords()
  const { may, incident } = detail
  const at = `/api/incidents/${incident.id}`
  return (
    <>
      {may.takeUp && (
        <TextAct
          {...{ title: t('incident-act.take-up'), explain: t('incident-act.take-up.explain'), path: `${at}/take-ups`, onDone }}
          {...{ label: t('incident-act.note'), data: noteOf, optional: true, kind: 'primary' }}
        />
      )}
      {may.beginVerification && (
        <TextAct
          {...{ title: t('incident-act.verify'), explain: t('incident-act.verify.explain'), path: `${at}/verifications`, onDone }}
          {...{ label: t('incident-act.note'), data: noteOf, optional: true, kind: 'primary' }}
        />
      )}
      {may.conclude && <Conclude detail={detail} onDone={onDone} />}
      {may.resolve && <Resolve detail={detail} onDone={onDone} />}
      {may.close && (
        <TextAct
          {...{
            title: t('incident-act.close'),
            explain: t(detail.twoPersons ? 'incident-act.close.two' : 'incident-act.close.explain'),
            path: `${at}/closings`,
            onDone,
          }}
          {...{ label: t('incident-act.note'), data: noteOf, optional: true, kind: 'primary' }}
        />
      )}
      {may.escalate && <Escalate detail={detail} onDone={onDone} />}
      {may.describe && <Describe detail={detail} onDone={onDone} />}
      {may.reopen && (
        <TextAct
          {...{ title: t('incident-act.reopen'), explain: t('incident-act.reopen.explain'), path: `${at}/reopenings`, onDone }}
          {...{ label: t('incident-act.reason'), data: (reason: string) => ({ reason }) }}
        />
      )}
    </>
  )
}

function Conclude({ detail, onDone }: ActsProps) {
  const { t } = useWords()
  const [as, setAs] = useState<'confirmed' | 'unfounded'>('confirmed')
  const [basis, setBasis] = useState<(typeof bases)[number]>('field-visit')
  return (
    <TextAct
      title={t('incident-act.conclude')}
      explain={t('incident-act.conclude.explain')}
      path={`/api/incidents/${detail.incident.id}/conclusions`}
      label={t('incident-act.finding')}
      data={(finding) => ({ as, basis, finding })}
      onDone={onDone}
      kind="primary"
      most={4_000}
    >
      <SelectField
        label={t('incident-act.as')}
        value={as}
        options={(['confirmed', 'unfounded'] as const).map((value) => ({ value, label: t(`incident-act.${value}`) }))}
        onValue={setAs}
      />
      <SelectField
        label={t('incident-act.basis')}
        value={basis}
        options={bases.map((value) => ({ value, label: t(`incident.basis.${value}`) }))}
        onValue={setBasis}
      />
    </TextAct>
  )
}

function Resolve({ detail, onDone }: ActsProps) {
  const { t } = useWords()
  const [decided, setDecided] = useState<(typeof outcomes)[number]>('measures-carried-out')
  return (
    <TextAct
      title={t('incident-act.resolve')}
      explain={t('incident-act.resolve.explain')}
      path={`/api/incidents/${detail.incident.id}/resolutions`}
      label={t('incident-act.note')}
      data={(note) => ({ decided, note })}
      onDone={onDone}
      kind="primary"
    >
      <SelectField
        label={t('incident-act.resolve.decided')}
        value={decided}
        options={outcomes.map((value) => ({ value, label: t(`incident.decided.${value}`) }))}
        onValue={setDecided}
      />
    </TextAct>
  )
}

function Escalate({ detail, onDone }: ActsProps) {
  const { t } = useWords()
  const above = levels.slice(levels.findIndex((one) => one === detail.incident.level) + 1)
  const [to, setTo] = useState(above[0] ?? 'ministry')
  return (
    <TextAct
      title={t('incident-act.escalate')}
      explain={t('incident-act.escalate.explain')}
      path={`/api/incidents/${detail.incident.id}/escalations`}
      label={t('incident-act.reason')}
      data={(reason) => ({ to, reason })}
      onDone={onDone}
    >
      <SelectField
        label={t('incident-act.escalate.to')}
        value={to}
        options={above.map((value) => ({ value, label: t(`incident-level.${value}`) }))}
        onValue={setTo}
      />
    </TextAct>
  )
}

function Describe({ detail, onDone }: ActsProps) {
  const { t } = useWords()
  const { incident } = detail
  const [category, setCategory] = useState(incident.category)
  const [severity, setSeverity] = useState<string>(String(incident.severity))
  const [confidentiality, setConfidentiality] = useState(incident.confidentiality)
  const said = {
    ...(category === incident.category ? {} : { category }),
    ...(severity === String(incident.severity) ? {} : { severity: Number(severity) }),
    ...(confidentiality === incident.confidentiality ? {} : { confidentiality }),
  }
  return (
    <TextAct
      title={t('incident-act.describe')}
      explain={t('incident-act.describe.explain')}
      path={`/api/incidents/${incident.id}/descriptions`}
      label={t('incident-act.reason')}
      data={(reason) => (Object.keys(said).length === 0 ? null : { ...said, reason })}
      onDone={onDone}
    >
      <SelectField
        label={t('incidents.category')}
        value={category}
        options={categories.map((value) => ({ value, label: t(`incident.category.${value}`) }))}
        onValue={setCategory}
      />
      <SelectField
        label={t('incidents.severity')}
        value={severity}
        options={(['1', '2', '3'] as const).map((value) => ({ value, label: t(`incident-severity.${value}`) }))}
        onValue={setSeverity}
      />
      <SelectField
        label={t('incident-new.confidentiality')}
        value={confidentiality}
        options={confidentialities.map((value) => ({ value, label: t(`incident-confidentiality.${value}`) }))}
        onValue={setConfidentiality}
      />
    </TextAct>
  )
}
