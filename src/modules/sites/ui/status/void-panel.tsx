/* A finding that turns out wrong is voided with a reason: it stays readable and no longer counts. Orders, holds and requests end in their own ways. */
import { useState } from 'react'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { LongTextField, SelectField } from '../../../../app/kit/field.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { SitePage } from '../../domain/register/answers.ts'

export function VoidPanel({ site }: { readonly site: SitePage }) {
  const { t } = useWords()
  const [fact, setFact] = useState('')
  const [reason, setReason] = useState('')
  if (!mayOpen('sites.register', useMe().data)) return null
  const standing = <One extends { readonly voidedAt: string | null }>(all: readonly One[]) => all.filter((one) => one.voidedAt === null)
  const options = [
    ...standing(site.visits).map((one) => ({ value: String(one.id), label: t('void.visit', { on: one.on, source: one.source.name }) })),
    ...standing(site.reports).map((one) => ({ value: String(one.id), label: t('void.report', { on: one.on, source: one.source.name }) })),
    ...standing(site.traceability).map((one) => ({
      value: String(one.id),
      label: t('void.traceability', { on: one.on, source: one.source.name }),
    })),
  ]
  if (options.length === 0) return null
  return (
    <Panel title={t('void.title')}>
      <p className="small">{t('void.explain')}</p>
      <ActDialog
        title={t('void.title')}
        explain={t('void.explain')}
        go={t('void.title')}
        kind="danger"
        path={`/api/sites/${site.id}/voided-facts`}
        data={fact === '' || reason.trim() === '' ? null : { fact, reason: reason.trim() }}
      >
        <SelectField
          label={t('void.which')}
          value={fact}
          options={[{ value: '', label: t('void.choose') }, ...options]}
          onValue={setFact}
        />
        <LongTextField label={t('void.reason')} value={reason} onValue={setReason} maxLength={400} required rows={3} />
      </ActDialog>
    </Panel>
  )
}
