/* Saying what a spelling means: a meaning from the list, or another name where the kind is a name, and why. */
import { type FormEvent, useState } from 'react'
import { useCommand } from '../../../app/ask.ts'
import { Button } from '../../../app/kit/button.tsx'
import { Dialog } from '../../../app/kit/dialog.tsx'
import { SelectField, TextField } from '../../../app/kit/field.tsx'
import { Note } from '../../../app/kit/panel.tsx'
import { ErrorState } from '../../../app/kit/states.tsx'
import { useWords } from '../../../app/words.ts'
import type { CorrectSpelling, SpellingRow } from '../spelling-correction.ts'
import { closedMeanings } from '../spelling-kinds.ts'
import { choicesOf, meaningText } from './spelling-words.ts'

/** Not a meaning: no table can hold a text that is only a blank. */
const ANOTHER = ' '
const LONGEST_NAME = 160
const LONGEST_REASON = 400

interface CorrectDialogProps {
  readonly row: SpellingRow
  /** The whole table, for the names that are in use. */
  readonly all: readonly SpellingRow[]
}
export function CorrectDialog({ row, all }: CorrectDialogProps) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState('')
  const [name, setName] = useState('')
  const [reason, setReason] = useState('')
  const { send, sending, error, forget } = useCommand<CorrectSpelling>(`/api/imports/ipis/spellings/${row.id}/corrections`)
  const meaning = chosen === ANOTHER ? name.trim() : chosen
  const isReady = meaning !== '' && meaning !== row.meaning && reason.trim() !== ''
  const show = (isOpen: boolean) => {
    setOpen(isOpen)
    setChosen('')
    setName('')
    setReason('')
    forget()
  }
  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    if (isReady && (await send({ meaning, reason: reason.trim() }).catch(() => null))) show(false)
  }
  return (
    <Dialog
      title={t('spellings.correct.title', { written: row.asWritten })}
      explain={
        row.meaning === null ? t('spellings.correct.unknown') : t('spellings.correct.now', { meaning: meaningText(row.kind, row.meaning) })
      }
      open={open}
      onOpen={show}
      trigger={<Button aria-label={t('spellings.correct.title', { written: row.asWritten })}>{t('spellings.correct')}</Button>}
      actions={
        <Button kind="primary" busy={sending} disabled={!isReady} onClick={() => void submit()}>
          {t('spellings.correct.go')}
        </Button>
      }
    >
      {open && (
        <form className="stack" onSubmit={(event) => void submit(event)}>
          <MeaningField row={row} all={all} chosen={chosen} choose={setChosen} />
          {chosen === ANOTHER && (
            <TextField label={t('spellings.correct.name')} value={name} onValue={setName} maxLength={LONGEST_NAME} required />
          )}
          <TextField
            label={t('spellings.correct.reason')}
            hint={t('spellings.correct.reason.hint')}
            value={reason}
            onValue={setReason}
            maxLength={LONGEST_REASON}
            required
          />
          <Note tone="calm">{t('spellings.correct.then')}</Note>
          {error && <ErrorState error={error} />}
        </form>
      )}
    </Dialog>
  )
}

interface MeaningFieldProps extends CorrectDialogProps {
  readonly chosen: string
  readonly choose: (meaning: string) => void
}
/** The meaning that the word has now is not offered: there is nothing to correct. */
function MeaningField({ row, all, chosen, choose }: MeaningFieldProps) {
  const { t } = useWords()
  const meanings = choicesOf(row.kind, all).filter((one) => one !== row.meaning)
  const options = [
    { value: '', label: t('spellings.correct.choose') },
    ...(closedMeanings[row.kind] ? [] : [{ value: ANOTHER, label: t('spellings.correct.another') }]),
    ...meanings.map((value) => ({ value, label: meaningText(row.kind, value) })),
  ]
  return <SelectField label={t('spellings.meaning')} value={chosen} options={options} onValue={choose} required />
}
