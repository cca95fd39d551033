/* Registering a series as it came from the printer, with its first and last tag shown before it is sent; giving one to a site. */
import { type FormEvent, useState } from 'react'
import { useCommand } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { Dialog } from '../../../../app/kit/dialog.tsx'
import { DateField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { normaliseTag, type TagPrint, tagText } from '../../domain/tags/tag.ts'

const types = ['mine', 'trader', 'export', 'gold-sachet'] as const
const emptyBatch = {
  issuer: '',
  tagType: 'mine',
  series: '',
  digits: '7',
  from: '',
  to: '',
  checkDigit: 'luhn',
  receivedOn: '',
  gs1Key: '',
}
type BatchForm = typeof emptyBatch

export function RegisterDialog() {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const [form, setForm] = useState<BatchForm>(() => ({ ...emptyBatch, receivedOn: todayHere() }))
  const { send, sending, error } = useCommand('/api/tag-batches')
  const print = printOf(form)
  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    if (print === null || form.issuer.trim() === '') return
    const { series, ...numbers } = print
    const { tagType, receivedOn } = form
    const gs1Key = form.gs1Key.trim()
    const data = {
      ...numbers,
      issuer: form.issuer.trim(),
      tagType,
      receivedOn,
      ...(series === '' ? {} : { series }),
      ...(gs1Key === '' ? {} : { gs1Key }),
    }
    if (await send(data).catch(() => null)) setOpen(false)
  }
  return (
    <Dialog
      title={t('tags.register')}
      explain={t('tags.register.explain')}
      open={open}
      onOpen={setOpen}
      trigger={<Button kind="primary">{t('tags.register')}</Button>}
      actions={
        <Button kind="primary" busy={sending} disabled={print === null || form.issuer.trim() === ''} onClick={() => void submit()}>
          {t('tags.register.go')}
        </Button>
      }
    >
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <BatchFields form={form} change={(part) => setForm({ ...form, ...part })} />
        {print && (
          <Note tone="calm" live>
            {t('tags.preview', { first: tagText(print, print.from), last: tagText(print, print.to), n: print.to - print.from + 1 })}
          </Note>
        )}
        {error && <ErrorState error={error} />}
      </form>
    </Dialog>
  )
}

function BatchFields({ form, change }: { readonly form: BatchForm; readonly change: (part: Partial<BatchForm>) => void }) {
  const { t } = useWords()
  const checks = [
    { value: 'none', label: t('tags.check.none') },
    { value: 'luhn', label: t('tags.check.luhn') },
  ]
  const kinds = types.map((value) => ({ value: String(value), label: t(`tags.type.${value}`) }))
  return (
    <>
      <TextField label={t('tags.issuer')} value={form.issuer} onValue={(issuer) => change({ issuer })} maxLength={40} required />
      <SelectField label={t('tags.type')} value={form.tagType} options={kinds} onValue={(tagType) => change({ tagType })} />
      <TextField
        label={t('tags.series')}
        hint={t('tags.series.hint')}
        value={form.series}
        onValue={(series) => change({ series })}
        maxLength={20}
      />
      <div className="columns">
        <TextField label={t('tags.from')} value={form.from} onValue={(from) => change({ from })} inputMode="numeric" required />
        <TextField label={t('tags.to')} value={form.to} onValue={(to) => change({ to })} inputMode="numeric" required />
      </div>
      <TextField label={t('tags.digits')} value={form.digits} onValue={(digits) => change({ digits })} inputMode="numeric" required />
      <SelectField label={t('tags.check')} value={form.checkDigit} options={checks} onValue={(checkDigit) => change({ checkDigit })} />
      <TextField
        label={t('tags.gskey')}
        hint={t('tags.gskey.hint')}
        value={form.gs1Key}
        onValue={(gs1Key) => change({ gs1Key })}
        inputMode="numeric"
        maxLength={14}
      />
      <DateField label={t('tags.received')} value={form.receivedOn} onValue={(receivedOn) => change({ receivedOn })} max={todayHere()} />
    </>
  )
}

/** How the numbers are printed, or null while the form cannot say it. */
function printOf(form: BatchForm): TagPrint | null {
  const [digits, from, to] = [whole(form.digits), whole(form.from), whole(form.to)]
  if (digits === null || from === null || to === null || to < from) return null
  return { series: normaliseTag(form.series), digits, from, to, checkDigit: form.checkDigit === 'luhn' ? 'luhn' : 'none' }
}
const whole = (text: string): number | null => (/^\d{1,14}$/.test(text.trim()) ? Number(text.trim()) : null)
