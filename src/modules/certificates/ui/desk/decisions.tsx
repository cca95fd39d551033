/* The two persons: a verifier who names what nobody could check, and a validator, another person, who issues or refuses. */
import { useState } from 'react'
import { addDays } from '../../../../kernel/calendar.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, LongTextField, TextField } from '../../../../app/kit/field.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords, wordOr } from '../../../../app/words.ts'
import type { CheckReport, DossierDetail } from '../../contract.ts'
import { countOf, toAcknowledge } from './check-order.ts'
import { RefuseDialog } from './refuse-dialog.tsx'

export function Decisions({ detail }: { readonly detail: DossierDetail }) {
  const me = useMe().data
  const { state } = detail.dossier
  const validates = mayOpen('certificates.validate', me)
  const failed = countOf(detail.checks, 'failed') > 0
  return (
    <>
      {validates && (state === 'open' || state === 'recommended') && <RefuseDialog detail={detail} />}
      {mayOpen('certificates.verify', me) && state === 'open' && !failed && <VerifyDialog detail={detail} />}
      {validates && state === 'recommended' && detail.recommendation?.byMe === false && !failed && <CertifyDialog detail={detail} />}
    </>
  )
}

/** Why there is no button: said in words instead of a missing thing. */
export function DecisionNote({ detail }: { readonly detail: DossierDetail }) {
  const { t } = useWords()
  const me = useMe().data
  const { state } = detail.dossier
  if (state !== 'open' && state !== 'recommended') return null
  const failed = countOf(detail.checks, 'failed')
  if (failed > 0) return <Note tone="red">{t('dossier.cannot', { n: failed })}</Note>
  if (state === 'open') return <Note tone="calm">{t('dossier.waits.verifier.note')}</Note>
  if (detail.recommendation?.byMe) return <Note tone="calm">{t('dossier.other-person')}</Note>
  return <Note tone="calm">{t(mayOpen('certificates.validate', me) ? 'dossier.yours' : 'dossier.waits.validator.note')}</Note>
}

function VerifyDialog({ detail }: { readonly detail: DossierDetail }) {
  const { t } = useWords()
  const open = toAcknowledge(detail.checks)
  const [seen, setSeen] = useState<ReadonlySet<number>>(new Set())
  const [remark, setRemark] = useState('')
  const mark = (number: number, on: boolean) => setSeen(new Set(on ? [...seen, number] : [...seen].filter((one) => one !== number)))
  const complete = open.every((check) => seen.has(check.number))
  return (
    <ActDialog
      title={t('dossier.verify')}
      explain={t('dossier.verify.explain')}
      go={t('dossier.verify.go')}
      path={`/api/dossiers/${detail.dossier.id}/verification`}
      data={
        complete ? { acknowledged: open.map((check) => check.number), ...(remark.trim() === '' ? {} : { remark: remark.trim() }) } : null
      }
    >
      {open.length > 0 && (
        <div className="choices" role="group" aria-label={t('dossier.acknowledge')}>
          <b>{t('dossier.acknowledge')}</b>
          {open.map((check) => (
            <CheckChoice
              key={check.number}
              label={`${check.number}. ${wordOr(`check.${check.id}`, check.id)}`}
              hint={t('dossier.acknowledge.one')}
              checked={seen.has(check.number)}
              onChecked={(on) => mark(check.number, on)}
            />
          ))}
        </div>
      )}
      <LongTextField label={t('dossier.remark')} value={remark} onValue={setRemark} rows={2} maxLength={400} />
    </ActDialog>
  )
}

/** Days that a certificate may live, from the limit that the check itself carries. */
function mostDays(checks: readonly CheckReport[]): number {
  const value = checks.find((check) => check.id === 'validity')?.threshold?.facts['value']
  return typeof value === 'number' ? value : 90
}

function CertifyDialog({ detail }: { readonly detail: DossierDetail }) {
  const { t } = useWords()
  const most = mostDays(detail.checks)
  const [expiresOn, setExpiresOn] = useState(() => addDays(todayHere(), most))
  const [reason, setReason] = useState('')
  const needsReason = countOf(detail.checks, 'review') > 0
  const [confirms, setConfirms] = useState('')
  const ready = expiresOn !== '' && (!needsReason || reason.trim() !== '')
  return (
    <ActDialog
      title={t('dossier.certify')}
      explain={t('dossier.certify.explain')}
      go={t('dossier.certify.go')}
      path={`/api/dossiers/${detail.dossier.id}/validation`}
      data={
        ready
          ? {
              expiresOn,
              ...(reason.trim() === '' ? {} : { reviewReason: reason.trim() }),
              ...(confirms.trim() === '' ? {} : { confirms: confirms.trim() }),
            }
          : null
      }
    >
      <DateField
        label={t('dossier.expires')}
        hint={t('dossier.expires.hint', { most })}
        value={expiresOn}
        onValue={setExpiresOn}
        min={addDays(todayHere(), 1)}
        max={addDays(todayHere(), most)}
      />
      {needsReason && (
        <LongTextField
          label={t('dossier.review-reason')}
          hint={t('dossier.review-reason.hint')}
          value={reason}
          onValue={setReason}
          required
          maxLength={1000}
        />
      )}
      <TextField label={t('blocks.confirms')} hint={t('blocks.confirms.hint')} value={confirms} onValue={setConfirms} maxLength={24} />
      {detail.recommendation && detail.recommendation.acknowledged.length > 0 && (
        <Note>{t('dossier.acknowledged', { numbers: detail.recommendation.acknowledged.map(String) })}</Note>
      )}
    </ActDialog>
  )
}
