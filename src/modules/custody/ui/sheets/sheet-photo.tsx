/* The photograph of the page, large beside the cells; chosen from a file or taken with the camera of the device. */
import { useEffect, useState } from 'react'
import { askFile, post, sendFile } from '../../../../app/api.ts'
import { Field } from '../../../../app/kit/field.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import type { SheetPage } from '../../contract-sheets.ts'

export interface SheetPhotoProps {
  readonly sheet: string
  readonly photo: SheetPage['photo']
  readonly again: () => void
}
export function SheetPhoto({ sheet, photo, again }: SheetPhotoProps) {
  const { t } = useWords()
  const [error, setError] = useState<unknown>(null)
  const take = async (file: File | undefined) => {
    if (!file) return
    setError(null)
    try {
      const kept = await sendFile<{ readonly file: NonNullable<SheetPage['photo']> }>('/api/files', file)
      await post(`/api/sheets/${sheet}/photo`, { file: kept.file })
      again()
    } catch (failed) {
      setError(failed)
    }
  }
  return (
    <div className="sheet-photo">
      <Panel title={t('sheet.photo')}>
        <div className="stack">
          {photo ? <Picture sheet={sheet} sha256={photo.sha256} /> : <p className="small">{t('sheet.photo.none')}</p>}
          <Field label={t('sheet.photo')} hint={t('sheet.photo.hint')}>
            {(wiring) => (
              <input
                className="input"
                type="file"
                accept="image/jpeg,image/png"
                capture="environment"
                {...wiring}
                onChange={(event) => void take(event.target.files?.[0])}
              />
            )}
          </Field>
          {error !== null && <ErrorState error={error} />}
        </div>
      </Panel>
    </div>
  )
}

function Picture({ sheet, sha256 }: { readonly sheet: string; readonly sha256: string }) {
  const { t } = useWords()
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    let made: string | null = null
    askFile(`/api/sheets/${sheet}/photo`, stop.signal).then(
      (blob) => {
        made = URL.createObjectURL(blob)
        setAddress(made)
      },
      () => undefined,
    )
    return () => {
      stop.abort()
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [sheet, sha256])
  return address === null ? null : <img src={address} alt={t('sheet.photo')} />
}
