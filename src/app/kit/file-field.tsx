/*
A copy of a paper: sent at once, so that a bad file is refused while the paper is still at hand. Its name is not kept: it could be a person's. The dialog
around it is told where the file is, and does not go without it.
*/
import { useContext, useEffect, useId, useRef, useState } from 'react'
import { sendFile } from '../api.ts'
import { useWords } from '../words.ts'
import { Button } from './button.tsx'
import { Field } from './field.tsx'
import { FileWatch, type FileState, keepFile } from './file-watch.ts'
import { ErrorState } from './states.tsx'

export interface FileFieldProps<Kept> {
  readonly label: string
  readonly hint: string
  /** Pictures and PDF, unless other kinds are said. */
  readonly accept?: string
  /** Null as soon as another is chosen, or none. */
  readonly onKept: (file: Kept | null) => void
}
export function FileField<Kept>({ label, hint, accept = 'application/pdf,image/png,image/jpeg', onKept }: FileFieldProps<Kept>) {
  const { t } = useWords()
  const [fault, setFault] = useState<unknown>(null)
  const [state, setState] = useState<FileState>('settled')
  const id = useId()
  const watch = useContext(FileWatch)
  const here = useRef(true)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
      watch(id, 'settled')
    }
  }, [watch, id])
  const keep = (file: File | undefined) =>
    void keepFile(file, {
      send: async (one) => (await sendFile<{ readonly file: Kept }>('/api/files', one)).file,
      tell: (next) => {
        setState(next)
        watch(id, next)
      },
      ...{ onKept, onFault: setFault, isHere: () => here.current },
    })
  const takeOut = () => {
    if (input.current) input.current.value = ''
    keep(undefined)
  }
  return (
    <>
      <Field label={label} hint={state === 'sending' ? t('app.file.sending') : hint}>
        {(wiring) => (
          <input
            className="input"
            type="file"
            accept={accept}
            disabled={state === 'sending'}
            {...wiring}
            ref={input}
            onChange={(event) => keep(event.target.files?.[0])}
          />
        )}
      </Field>
      {state === 'failed' && (
        <>
          <ErrorState error={fault} />
          <p className="small">{t('app.file.failed')}</p>
          <div className="row tight">
            <Button onClick={() => keep(input.current?.files?.[0])}>{t('app.retry')}</Button>
            <Button onClick={takeOut}>{t('app.file.without')}</Button>
          </div>
        </>
      )}
    </>
  )
}
