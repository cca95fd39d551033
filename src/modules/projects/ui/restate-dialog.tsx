/*
Proposing what should stand in the place of a locked value: typed where it was typed, asked of the record again where a measure answers. Reason and evidence are always written; where data
quality found it, they stand there already and may be changed. Another person accepts.
*/
import { useState } from 'react'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { LongTextField } from '../../../app/kit/field.tsx'
import { useWords } from '../../../app/words.ts'
import type { PlanIndicator } from '../contract.ts'
import { TypedFields } from './typed-fields.tsx'
import { NOTHING_TYPED, typedOf } from './typed-form.ts'

export interface RestateProps {
  readonly indicator: PlanIndicator
  readonly period: string
  readonly done: () => void
  /** What data quality would write. */
  readonly proposed?: { readonly reason: string; readonly what: string }
}
export function RestateDialog({ indicator, period, done, proposed = { reason: '', what: '' } }: RestateProps) {
  const { t } = useWords()
  const [form, setForm] = useState({ ...NOTHING_TYPED, what: proposed.what })
  const [reason, setReason] = useState(proposed.reason)
  const { source } = indicator
  const typed = source.kind === 'manual' ? typedOf(form, indicator) : null
  const isReady = (source.kind === 'measure' || typed !== null) && reason.trim() !== '' && form.what.trim() !== ''
  const given = { period, reason: reason.trim(), evidence: { what: form.what.trim() } }
  const title = t('projects.propose')
  return (
    <ActDialog
      {...{ title, go: title, kind: 'plain', path: `/api/indicators/${indicator.id}/restatement-proposals`, onDone: done }}
      explain={
        source.kind === 'measure' ? t('projects.propose.record', { measure: source.measure, period }) : t('projects.propose.explain')
      }
      data={isReady ? (typed === null ? given : { ...given, typed }) : null}
      missing={t(source.kind === 'measure' ? 'projects.propose.missing' : 'projects.type.missing')}
    >
      <div className="stack">
        {source.kind === 'manual' ? (
          <TypedFields indicator={indicator} form={form} change={(part) => setForm({ ...form, ...part })} />
        ) : (
          <LongTextField
            label={t('projects.evidence')}
            hint={t('projects.evidence.hint')}
            value={form.what}
            onValue={(what) => setForm({ ...form, what })}
            maxLength={300}
            rows={2}
            required
          />
        )}
        <LongTextField label={t('projects.reason')} value={reason} onValue={setReason} maxLength={400} rows={3} required />
      </div>
    </ActDialog>
  )
}
