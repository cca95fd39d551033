/* A member body disagrees with the team on one criterion. Kept beside the answer, never instead of it. */
import { useState } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { Dialog } from '../../../../app/kit/dialog.tsx'
import { LongTextField, SelectField } from '../../../../app/kit/field.tsx'
import { useWords, wordOr } from '../../../../app/words.ts'
import { findCriterion } from '../../domain/missions/criteria.ts'
import type { DissentDraft } from './draft.ts'

export interface DissentDialogProps {
  readonly criterion: string
  readonly members: readonly string[]
  readonly onDissent: (dissent: DissentDraft) => void
}
export function DissentDialog({ criterion, members, onDissent }: DissentDialogProps) {
  const { t, language } = useWords()
  const [open, setOpen] = useState(false)
  const [chosen, setBy] = useState('')
  const by = members.length === 1 ? (members[0] ?? '') : chosen
  const [reason, setReason] = useState('')
  const keep = () => {
    onDissent({ by, criterion, reason: reason.trim() })
    setReason('')
    setOpen(false)
  }
  return (
    <Dialog
      title={t('inspect.dissent')}
      explain={t('inspect.dissent.explain')}
      open={open}
      onOpen={setOpen}
      trigger={<Button kind="quiet">{t('inspect.dissent.add')}</Button>}
      actions={
        <Button kind="primary" disabled={by === '' || reason.trim() === ''} onClick={keep}>
          {t('inspect.dissent.keep')}
        </Button>
      }
    >
      <p>
        <b>{criterion}</b> {findCriterion(criterion)?.violation[language]}
      </p>
      {members.length === 1 ? (
        <p>
          {t('inspect.send.by')} <b>{wordOr(`body.${by}`, by)}</b>
        </p>
      ) : (
        <SelectField
          label={t('inspect.member')}
          value={by}
          options={[
            { value: '', label: t('inspect.choose') },
            ...members.map((body) => ({ value: body, label: wordOr(`body.${body}`, body) })),
          ]}
          onValue={setBy}
          required
        />
      )}
      <LongTextField label={t('inspect.dissent.reason')} value={reason} onValue={setReason} required maxLength={2000} />
    </Dialog>
  )
}
