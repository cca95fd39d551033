/* The last step before a version stands for ever: why it changes, and the button. */
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useCommand } from '../../../app/ask.ts'
import { Button } from '../../../app/kit/button.tsx'
import { LongTextField } from '../../../app/kit/field.tsx'
import { ErrorState } from '../../../app/kit/states.tsx'
import { useWords } from '../../../app/words.ts'
import type { Reading } from '../domain/answers.ts'
import { formPath } from './paths.ts'

const LONGEST_NOTE = 1000

interface PublishPartProps {
  readonly reading: Reading
  readonly basedOn: string | null
  /** Called once the version is published, before its page opens. */
  readonly onPublished?: () => Promise<void>
}
export function PublishPart({ reading, basedOn, onPublished }: PublishPartProps) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [note, setNote] = useState('')
  const { send, sending, error } = useCommand<object>('/api/forms')
  const publish = async () => {
    const data = { sheets: reading.sheets, ...(basedOn === null ? {} : { basedOn }), ...(note.trim() === '' ? {} : { note: note.trim() }) }
    const receipt = await send(data).catch(() => null)
    if (receipt === null) return
    await onPublished?.()
    await navigate({ to: formPath(reading.form), search: { done: reading.version } })
  }
  return (
    <div className="stack">
      <p>{t('forms.publish.explain')}</p>
      <LongTextField
        label={t('forms.publish.note')}
        hint={t('forms.publish.note.hint')}
        value={note}
        onValue={setNote}
        rows={2}
        maxLength={LONGEST_NOTE}
      />
      {error && <ErrorState error={error} />}
      <div className="form-actions">
        <Button kind="primary" busy={sending} onClick={() => void publish()}>
          {t('forms.publish.title', { version: reading.version })}
        </Button>
      </div>
    </div>
  )
}
