/* The signed act as a file: sent at once, so that a bad file is refused while the officer still holds the paper. */
import { useState } from 'react'
import { sendFile } from '../../../../app/api.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { Field } from '../../../../app/kit/field.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import type { Attachment } from '../../../documents/contract.ts'

export function ScanField({ scan, onScan }: { readonly scan: Attachment | null; readonly onScan: (scan: Attachment | null) => void }) {
  const { t } = useWords()
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const take = async (file: File | undefined) => {
    if (!file) return
    setBusy(true)
    setError(null)
    try {
      const kept = await sendFile<{ readonly file: Attachment['file'] }>('/api/files', file)
      onScan({ file: kept.file, title: t('draft.scan.title'), kind: 'order' })
    } catch (trouble) {
      setError(trouble)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="stack" style={{ gap: 6 }}>
      {scan === null ? (
        <Field label={t('draft.scan')}>
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
      ) : (
        <div className="row tight">
          <span className="grow">
            {t('draft.scan.kept')} <span className="small">{scan.file.sha256.slice(0, 12)}</span>
          </span>
          <Button kind="quiet" onClick={() => onScan(null)}>
            {t('draft.scan.remove')}
          </Button>
        </div>
      )}
      {error !== null && <ErrorState error={error} />}
    </div>
  )
}
