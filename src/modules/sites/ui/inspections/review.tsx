/* The reviewer, who did not sign: accepts the inspection as the ground of an order, or sends it back with a reason. */
import { useState } from 'react'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { LongTextField } from '../../../../app/kit/field.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { InstantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import type { InspectionPage } from '../../domain/missions/mission-answers.ts'
import { Dissents } from './dissents.tsx'

export function ReviewActions({ page }: { readonly page: InspectionPage }) {
  const me = useMe().data
  if (page.phase !== 'submitted' || !mayOpen('sites.review', me)) return null
  return (
    <>
      <ReviewDialog page={page} act="return" />
      <ReviewDialog page={page} act="acceptance" />
    </>
  )
}

function ReviewDialog({ page, act }: { readonly page: InspectionPage; readonly act: 'return' | 'acceptance' }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const late = page.findings.some((one) => one.late)
  const needed = act === 'return' || page.proposal.reviewOn.length > 0 || late
  const words = reason.trim()
  return (
    <ActDialog
      title={t(`inspect.${act}`)}
      explain={t(`inspect.${act}.explain`)}
      go={t(`inspect.${act}`)}
      kind={act === 'return' ? 'danger' : 'primary'}
      path={`/api/inspections/${page.inspection}/${act}`}
      data={needed && words === '' ? null : words === '' ? {} : { reason: words }}
    >
      {page.proposal.reviewOn.length > 0 && <Note>{t('inspect.preview.review', { criteria: page.proposal.reviewOn })}</Note>}
      <Dissents dissents={page.dissents} />
      {late && <Note>{t('inspect.late')}</Note>}
      <LongTextField label={t('inspect.review.reason')} value={reason} onValue={setReason} required={needed} maxLength={2000} />
    </ActDialog>
  )
}

export function ReviewNote({ page }: { readonly page: InspectionPage }) {
  const { t } = useWords()
  const { review } = page
  if (review === null) return null
  const returned = review.verdict === 'returned'
  return (
    <Note tone={returned ? 'red' : 'good'}>
      <b>{t(returned ? 'inspect.returned' : 'inspect.accepted')}</b> <InstantText at={review.at} />
      {review.reason && <> : {review.reason}</>}
    </Note>
  )
}
