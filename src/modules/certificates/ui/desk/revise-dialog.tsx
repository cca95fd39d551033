/* Changing what was declared, with a reason; both versions stay in the record, and a recommendation falls. */
import { useState } from 'react'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { LongTextField } from '../../../../app/kit/field.tsx'
import { useWords } from '../../../../app/words.ts'
import type { DossierDetail } from '../../contract.ts'
import { formOfTerms, TermsFields, termsOf } from './terms-form.tsx'

export function ReviseDialog({ detail }: { readonly detail: DossierDetail }) {
  const { t, language } = useWords()
  const [form, setForm] = useState(() => formOfTerms(language, detail.terms))
  const [reason, setReason] = useState('')
  const terms = termsOf(form)
  return (
    <ActDialog
      title={t('dossier.revise')}
      explain={t('dossier.revise.explain')}
      go={t('dossier.revise.go')}
      kind="plain"
      path={`/api/dossiers/${detail.dossier.id}/revisions`}
      data={terms === null || reason.trim() === '' ? null : { terms, reason: reason.trim() }}
    >
      <TermsFields form={form} change={(part) => setForm({ ...form, ...part })} />
      <LongTextField label={t('dossier.reason')} value={reason} onValue={setReason} required rows={2} maxLength={400} />
    </ActDialog>
  )
}
