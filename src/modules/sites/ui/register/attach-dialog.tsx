/*
Attaching a paper or photograph: first the file goes to the server, which checks it, then the fact that points to it. When either is
refused the file, the title and the rest stay in the form.
*/
import { useState } from 'react'
import { sendFile } from '../../../../app/api.ts'
import { useCommand } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { Dialog } from '../../../../app/kit/dialog.tsx'
import { DateField, Field, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import type { DocumentRef, PhotoFacts } from '../../../documents/contract.ts'

const kinds = ['photo', 'report', 'order', 'title', 'consent', 'map', 'form', 'receipt', 'other'] as const
interface Draft {
  readonly file: File | null
  readonly title: string
  readonly kind: (typeof kinds)[number]
  readonly on: string
  readonly evidence: boolean
}
const empty: Draft = { file: null, title: '', kind: 'photo', on: '', evidence: false }

/** Sends the file, then what it is. Answers whether both were taken; `trouble` says why not. */
function useAttach(site: string) {
  const [trouble, setTrouble] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const { send } = useCommand<object>(`/api/sites/${site}/documents`)
  const attach = async ({ file, title, kind, on, evidence }: Draft): Promise<boolean> => {
    if (file === null) return false
    setTrouble(null)
    setBusy(true)
    try {
      const kept = await sendFile<{ file: DocumentRef; photo: PhotoFacts | null }>(`/api/files${evidence ? '?evidence=true' : ''}`, file)
      const { takenAt = null, position = null } = kept.photo ?? {}
      const facts = { ...(takenAt === null ? {} : { takenAt }), ...(position === null ? {} : { position }) }
      await send({ attachment: { file: kept.file, title: title.trim(), kind, ...facts }, ...(on === '' ? {} : { on }) })
      return true
    } catch (fault) {
      setTrouble(fault)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { attach, busy, trouble, forget: () => setTrouble(null) }
}

export function AttachDialog({ site }: { readonly site: string }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const [draft, setDraft] = useState(empty)
  const { attach, busy, trouble, forget } = useAttach(site)
  const show = (next: boolean) => {
    if (next) forget()
    setOpen(next)
  }
  const act = async () => {
    if (!(await attach(draft))) return
    setOpen(false)
    setDraft(empty)
  }
  return (
    <Dialog
      title={t('register.documents.attach')}
      explain={t('register.documents.explain')}
      open={open}
      onOpen={show}
      trigger={<Button>{t('register.documents.attach')}</Button>}
      actions={
        <Button kind="primary" busy={busy} disabled={draft.file === null || draft.title.trim() === ''} onClick={() => void act()}>
          {t('register.documents.go')}
        </Button>
      }
    >
      <AttachFields draft={draft} set={(more) => setDraft({ ...draft, ...more })} />
      {trouble !== null && <ErrorState error={trouble} />}
    </Dialog>
  )
}

function AttachFields({ draft, set }: { readonly draft: Draft; readonly set: (more: Partial<Draft>) => void }) {
  const { t } = useWords()
  return (
    <>
      <Field label={t('register.documents.file')} hint={t('register.documents.file.hint')}>
        {(wiring) => (
          <input
            className="input"
            type="file"
            accept="application/pdf,image/png,image/jpeg"
            {...wiring}
            onChange={(event) => set({ file: event.target.files?.[0] ?? null })}
          />
        )}
      </Field>
      <TextField
        label={t('register.documents.title')}
        hint={t('register.documents.title.hint')}
        value={draft.title}
        onValue={(title) => set({ title })}
        maxLength={160}
        required
      />
      <SelectField
        label={t('register.documents.kind')}
        value={draft.kind}
        onValue={(kind) => set({ kind })}
        options={kinds.map((value) => ({ value, label: t(`register.kind.${value}`) }))}
      />
      <DateField
        label={`${t('register.documents.on')} ${t('register.optional')}`}
        value={draft.on}
        onValue={(on) => set({ on })}
        max={todayHere()}
      />
      {draft.kind === 'photo' && (
        <CheckChoice
          label={t('register.documents.evidence')}
          hint={t('register.documents.evidence.hint')}
          checked={draft.evidence}
          onChecked={(evidence) => set({ evidence })}
        />
      )}
    </>
  )
}
