/* A copy of a paper: sent at once, so that a bad file is refused while the paper is still at hand. Its name is not kept: it could be a person's. */
import { useState } from 'react'
import { sendFile } from '../api.ts'
import { Field } from './field.tsx'
import { ErrorState } from './states.tsx'

export interface FileFieldProps<Kept> {
  readonly label: string
  readonly hint: string
  /** Pictures and PDF, unless other kinds are said. */
  readonly accept?: string
  readonly onKept: (file: Kept) => void
}
export function FileField<Kept>({ label, hint, accept = 'application/pdf,image/png,image/jpeg', onKept }: FileFieldProps<Kept>) {
  const [fault, setFault] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const keep = async (file: File | undefined) => {
    if (!file) return
    setBusy(true)
    setFault(null)
    try {
      onKept((await sendFile<{ readonly file: Kept }>('/api/files', file)).file)
    } catch (trouble) {
      setFault(trouble)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Field label={label} hint={hint}>
        {(wiring) => (
          <input
            className="input"
            type="file"
            accept={accept}
            disabled={busy}
            {...wiring}
            onChange={(event) => void keep(event.target.files?.[0])}
          />
        )}
      </Field>
      {fault !== null && <ErrorState error={fault} />}
    </>
  )
}
