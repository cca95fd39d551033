/* A paper as a file: sent at once, so that a bad file is refused while the officer still holds the paper. Its name is not kept. */
import { useState } from 'react'
import { sendFile } from '../../../app/api.ts'
import { Button } from '../../../app/kit/button.tsx'
import { Field } from '../../../app/kit/field.tsx'
import { ErrorState } from '../../../app/kit/states.tsx'
import { useWords } from '../../../app/words.ts'
import type { Attachment } from '../../documents/contract.ts'

export interface PaperFieldProps {
  readonly label: string
  /** What the paper shows, in the words of the record. */
  readonly title: string
  readonly kind: Attachment['kind']
  /** Said once it is kept. */
  readonly keptText?: string
  readonly paper: Attachment | null
  readonly onPaper: (paper: Attachment | null) => void
}
export function PaperField({ label, title, kind, keptText, paper, onPaper }: PaperFieldProps) {
  const { t } = useWords()
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const take = async (file: File | undefined) => {
    if (!file) return
    setBusy(true)
    setError(null)
    try {
      const kept = await sendFile<{ readonly file: Attachment['file'] }>('/api/files', file)
      onPaper({ file: kept.file, title, kind })
    } catch (trouble) {
      setError(trouble)
    } finally {
      setBusy(false)
    }
  }
  if (paper !== null)
    return (
      <div className="row tight">
        <span className="grow">
          {keptText ?? t('plan.paper.kept')} <span className="small">{paper.file.sha256.slice(0, 12)}</span>
        </span>
        <Button kind="quiet" onClick={() => onPaper(null)}>
          {t('missions.remove')}
        </Button>
      </div>
    )
  return (
    <div className="stack" style={{ gap: 6 }}>
      <Field label={label} hint={t('plan.paper.hint')}>
        {(wiring) => (
          <input
            className="input"
            type="file"
            accept="application/pdf,image/png,image/jpeg"
            disabled={busy}
            {...wiring}
            onChange={(event) => void take(event.target.files?.[0])}
          />
        )}
      </Field>
      {error !== null && <ErrorState error={error} />}
    </div>
  )
}
