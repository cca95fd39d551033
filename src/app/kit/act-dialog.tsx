/* A dialog with one command: what will happen, the fields, the refusal if there is one. It closes only when the server accepted,
   and waits for the files that its fields send. */
import { type ReactNode, useCallback, useState } from 'react'
import type { Receipt } from '../api.ts'
import { useCommand } from '../ask.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { type FileState, FileWatch, fileStop, noFiles, withFile } from './file-watch.ts'
import { ErrorState } from './states.tsx'

export interface ActProps<Data> {
  readonly title: string
  readonly explain: string
  /** The word on the button that sends. */
  readonly go: string
  readonly path: string
  readonly kind?: 'primary' | 'danger' | 'plain'
  /** Null while the form is not complete. */
  readonly data: Data | null
  /** What is still missing while `data` is null: a button that is shut says why. */
  readonly missing?: string
  readonly onDone?: (receipt: Receipt) => void
  readonly children: ReactNode
}
/** `onDone` hears the receipt after the dialog has closed. */
export function ActDialog<Data>({ title, explain, go, path, kind = 'primary', data, missing, onDone, children }: ActProps<Data>) {
  const [open, setOpen] = useState(false)
  const { send, sending, error, forget } = useCommand<Data>(path)
  const [files, setFiles] = useState(noFiles)
  const watch = useCallback((field: string, state: FileState) => setFiles((before) => withFile(before, field, state)), [])
  const stop = fileStop(files)
  const act = async () => {
    if (data === null || stop !== null) return
    const receipt = await send(data).catch(() => null)
    if (receipt === null) return
    setOpen(false)
    onDone?.(receipt)
  }
  const show = (next: boolean) => {
    if (next) forget()
    setOpen(next)
  }
  return (
    <Dialog
      title={title}
      explain={explain}
      open={open}
      onOpen={show}
      trigger={<Button kind={kind}>{title}</Button>}
      actions={
        <Button
          kind={kind === 'plain' ? 'primary' : kind}
          busy={sending || stop === 'sending'}
          disabled={data === null || stop !== null}
          onClick={() => void act()}
        >
          {go}
        </Button>
      }
    >
      <FileWatch value={watch}>{children}</FileWatch>
      {data === null && missing !== undefined && <p className="small">{missing}</p>}
      {error && <ErrorState error={error} />}
    </Dialog>
  )
}
