/*
Erasing for ever, asked a second time: what cannot be undone by anybody, that whoever noted the wish does not carry it out, and what stays. The code of
the case is typed, so that nobody erases with a thumb that slipped.
*/
import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Button } from '../../../../app/kit/button.tsx'
import { Dialog } from '../../../../app/kit/dialog.tsx'
import { TextField } from '../../../../app/kit/field.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { accepted } from '../../../../kernel/outcome.ts'
import type { CaseWork } from '../file/use-case.ts'
import { useSteps } from '../file/use-steps.ts'
import { isSameCode } from './same-code.ts'

export function EraseDialog({ work }: { readonly work: CaseWork }) {
  const { t } = useWords()
  const { act, sending, error, forget } = useSteps(work)
  const go = useNavigate()
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const subject = work.whole.file.subject ?? ''
  const erase = async () => {
    if (!(await act(() => accepted({ all: [{ about: 'retention', ask: { step: 'shred' } }] })))) return
    setOpen(false)
    // There is no page of it any more.
    await go({ to: '/cases' })
  }
  if (work.whole.retention.choiceBy === work.account) return <Note live>{t('erase.by-another')}</Note>
  return (
    <Dialog
      title={t('erase.title', { code: subject })}
      open={open}
      onOpen={(is) => {
        setOpen(is)
        setTyped('')
        forget()
      }}
      trigger={<Button kind="danger">{t('erase.ask')}</Button>}
      actions={
        <Button kind="danger" busy={sending} disabled={!isSameCode(typed, subject)} onClick={() => void erase()}>
          {t('erase.go')}
        </Button>
      }
    >
      <div className="stack">
        <Note tone="red">{t('erase.for-ever')}</Note>
        <p>{t('erase.two')}</p>
        <p>{t('erase.stays')}</p>
        <TextField label={t('erase.type', { code: subject })} value={typed} onValue={setTyped} autoComplete="off" sealed />
        {error !== null && <ErrorState error={error} />}
      </div>
    </Dialog>
  )
}
