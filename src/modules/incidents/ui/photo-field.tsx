/* A photograph that goes with what is said: sent at once, kept with what is sent then. */
import { useState } from 'react'
import { sendFile } from '../../../app/api.ts'
import { Field } from '../../../app/kit/field.tsx'
import { ErrorState } from '../../../app/kit/states.tsx'
import { useWords } from '../../../app/words.ts'

export function PhotoField({ n, onPhoto }: { readonly n: number; readonly onPhoto: (photo: object) => void }) {
  const { t } = useWords()
  const [fault, setFault] = useState<unknown>(null)
  const keep = (file: File | undefined) => {
    if (!file) return
    setFault(null)
    sendFile<{ readonly file: object }>('/api/files', file).then(({ file: kept }) => onPhoto(kept), setFault)
  }
  return (
    <>
      <Field label={t('incident-new.photo')} hint={t('incident-new.photo.hint')}>
        {(wiring) => (
          <input
            className="input"
            type="file"
            accept="image/jpeg,image/png"
            capture="environment"
            {...wiring}
            onChange={(event) => keep(event.target.files?.[0])}
          />
        )}
      </Field>
      {n > 0 && <p className="small">{t('incident-new.photo.kept', { n })}</p>}
      {fault !== null && <ErrorState error={fault} />}
    </>
  )
}
