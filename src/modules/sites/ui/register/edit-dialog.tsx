/*
A dialog that edits the register. It remembers the version that was on the page when it was opened; when another officer changed the
same field since, both values are shown and what was typed stays in the form.
*/
import { type ReactNode, useState } from 'react'
import { useCommand } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { Dialog } from '../../../../app/kit/dialog.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { ClashNote, clashesIn } from './clash-note.tsx'

export interface EditDialogProps {
  readonly title: string
  readonly explain: string
  readonly path: string
  /** Of the page now; what counts is the one when the dialog was opened. */
  readonly version: number
  /** What is sent, without `seen`; null while the form is not complete. */
  readonly data: object | null
  /** Fields to give up in favour of the other officer's values. */
  readonly onTheirs: (fields: readonly string[]) => void
  /** Fills the form anew. */
  readonly onOpen: () => void
  readonly kind?: 'plain' | 'primary' | 'quiet'
  readonly children: ReactNode
}
export function EditDialog({ title, explain, path, version, data, onTheirs, onOpen, kind = 'plain', children }: EditDialogProps) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const [seen, setSeen] = useState(version)
  const { send, sending, error, forget } = useCommand<object>(path)
  const found = error ? clashesIn(error) : null
  const show = (next: boolean) => {
    if (next) {
      forget()
      setSeen(version)
      onOpen()
    }
    setOpen(next)
  }
  const act = async (known: number) => {
    if (data === null) return
    const receipt = await send({ ...data, seen: known }).catch(() => null)
    if (receipt !== null) setOpen(false)
  }
  return (
    <Dialog
      title={title}
      explain={explain}
      open={open}
      onOpen={show}
      trigger={<Button kind={kind}>{title}</Button>}
      actions={
        <Button kind="primary" busy={sending} disabled={data === null || found !== null} onClick={() => void act(seen)}>
          {t('register.save')}
        </Button>
      }
    >
      {children}
      {error && found === null && <ErrorState error={error} />}
      {found !== null && (
        <ClashNote
          found={found}
          busy={sending}
          onMine={() => {
            setSeen(found.version)
            void act(found.version)
          }}
          onTheirs={(fields) => {
            setSeen(found.version)
            onTheirs(fields)
            forget()
          }}
        />
      )}
    </Dialog>
  )
}
