/* The copy of a signed paper: sent at once, so that a bad file is refused while the paper is still at hand. Its name is not kept. */
import { useState } from 'react'
import { sendFile } from '../../../../app/api.ts'
import { Field } from '../../../../app/kit/field.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import type { DocumentRef } from '../../contract.ts'

export function ScanField({ scan, onScan }: { readonly scan: DocumentRef | null; readonly onScan: (scan: DocumentRef) => void }) {
  const { t } = useWords()
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const take = async (file: File | undefined) => {
    if (!file) return
    setBusy(true)
    setError(null)
    try {
      onScan((await sendFile<{ readonly file: DocumentRef }>('/api/files', file)).file)
    } catch (trouble) {
      setError(trouble)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Field label={t('papers.scan')} hint={scan === null ? t('papers.scan.hint') : `${t('papers.scan.kept')} ${scan.sha256.slice(0, 12)}`}>
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
    </>
  )
}
