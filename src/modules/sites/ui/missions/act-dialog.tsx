/* A dialog with one command: what will happen, the fields, the refusal if there is one. It closes only when the server accepted. */
import { type ReactNode, useState } from 'react'
import { useCommand } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { Dialog } from '../../../../app/kit/dialog.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import type { Receipt } from '../../../../app/api.ts'

export interface ActProps<Data> {
  readonly title: string
  readonly explain: string
  readonly go: string
  readonly path: string
  readonly kind?: 'primary' | 'danger' | 'plain'
  /** Null while the form is not complete. */
  readonly data: Data | null
  readonly onDone?: (receipt: Receipt) => void
  readonly children: ReactNode
}
export function ActDialog<Data>({ title, explain, go, path, kind = 'primary', data, onDone, children }: ActProps<Data>) {
  const [open, setOpen] = useState(false)
  const { send, sending, error, forget } = useCommand<Data>(path)
  const act = async () => {
    if (data === null) return
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
        <Button kind={kind === 'plain' ? 'primary' : kind} busy={sending} disabled={data === null} onClick={() => void act()}>
          {go}
        </Button>
      }
    >
      {children}
      {error && <ErrorState error={error} />}
    </Dialog>
  )
}
