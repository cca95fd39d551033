/* A dialog with one command: what will happen, the fields, the refusal if there is one. */
import { type ReactNode, useState } from 'react'
import { useCommand } from '../../../app/ask.ts'
import { Button } from '../../../app/kit/button.tsx'
import { Dialog } from '../../../app/kit/dialog.tsx'
import { ErrorState } from '../../../app/kit/states.tsx'
import { useWords } from '../../../app/words.ts'

export interface ActProps<Data> {
  readonly title: string
  readonly explain?: string
  readonly path: string
  readonly kind?: 'primary' | 'danger'
  /** Null while the form is not complete. */
  readonly data: Data | null
  readonly children: ReactNode
}
/** Stays open with its content until the server accepted. */
export function ActDialog<Data>({ title, explain, path, kind = 'primary', data, children }: ActProps<Data>) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const { send, sending, error } = useCommand<Data>(path)
  const go = async () => {
    if (data === null) return
    const done = await send(data).catch(() => null)
    if (done) setOpen(false)
  }
  return (
    <Dialog
      title={title}
      {...(explain ? { explain } : {})}
      open={open}
      onOpen={setOpen}
      trigger={<Button kind={kind}>{title}</Button>}
      actions={
        <Button kind={kind} busy={sending} disabled={data === null} onClick={() => void go()}>
          {t('lots.confirm')}
        </Button>
      }
    >
      {children}
      {error && <ErrorState error={error} />}
    </Dialog>
  )
}
