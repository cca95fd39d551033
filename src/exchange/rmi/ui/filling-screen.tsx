/* A buyer's workbook filled on one page: the file, what the company says, then what was filled, what was kept and what is missing. */
import { type FormEvent, type ReactNode, useState } from 'react'
import { sendFile } from '../../../app/api.ts'
import { AppLink, Button } from '../../../app/kit/button.tsx'
import { todayHere } from '../../../app/kit/clock.ts'
import { DateField, Field, LongTextField, SelectField, TextField } from '../../../app/kit/field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Note, Panel } from '../../../app/kit/panel.tsx'
import { saveFile } from '../../../app/kit/save-file.ts'
import { ErrorState } from '../../../app/kit/states.tsx'
import { useMe } from '../../../app/who.ts'
import { useWords, wordOr } from '../../../app/words.ts'
import type { FillingAnswer } from '../filling-words.ts'
import { smeltersIn } from './smelter-lines.ts'

const scopes = ['company', 'product', 'user-defined'] as const
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const emptyForm = (today: string) => ({
  ...{ company: '', scope: '', name: '', email: '', phone: '', buyer: '', smelters: '' },
  ...{ date: today, from: `${today.slice(0, 4)}-01-01`, until: today },
})
type Form = ReturnType<typeof emptyForm>

export function FillingScreen() {
  const { t } = useWords()
  const me = useMe().data
  const today = todayHere()
  const [file, setFile] = useState<File | null>(null)
  const [form, setForm] = useState(() => emptyForm(today))
  const [work, setWork] = useState<{ readonly busy: boolean; readonly error: unknown; readonly made: FillingAnswer | null }>({
    busy: false,
    error: null,
    made: null,
  })
  const change = (part: Partial<typeof form>) => setForm({ ...form, ...part })
  const company = form.company === '' ? (me?.organisation?.name ?? '') : form.company
  const { smelters, fault } = smeltersIn(form.smelters)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (file === null) return
    setWork({ busy: true, error: null, made: null })
    const said = (value: string) => (value.trim() === '' ? undefined : value.trim())
    const details = {
      ...{
        company: company.trim(),
        scope: said(form.scope),
        date: form.date,
        period: { from: form.from, until: form.until },
        buyer: said(form.buyer),
        smelters,
      },
      ...{ contact: { name: said(form.name), email: said(form.email), phone: said(form.phone) }, authoriser: {} },
    }
    try {
      // One line of what the company says, then the file: the contact stands in no address.
      const made = await sendFile<FillingAnswer>('/api/rmi/fillings', new Blob([`${JSON.stringify(details)}\n`, file]))
      setWork({ busy: false, error: null, made })
    } catch (error) {
      setWork({ busy: false, error, made: null })
    }
  }
  return (
    <Page title={t('rmi.title')} under={t('rmi.under')} crumbs={<AppLink to="/written-reports">{t('reports.title')}</AppLink>}>
      <form className="columns" onSubmit={(event) => void send(event)}>
        <FilePart form={form} change={change} fault={fault} onFile={setFile} />
        <CompanyPart form={form} company={company} change={change}>
          {work.error !== null && <ErrorState error={work.error} />}
          <div className="form-actions">
            <Button kind="primary" type="submit" busy={work.busy} disabled={file === null || company.trim() === '' || fault !== null}>
              {t('rmi.fill')}
            </Button>
          </div>
        </CompanyPart>
      </form>
      {work.made && <Made made={work.made} />}
    </Page>
  )
}

interface PartProps {
  readonly form: Form
  readonly change: (part: Partial<Form>) => void
}
function FilePart({
  form,
  change,
  fault,
  onFile,
}: PartProps & { readonly fault: string | null; readonly onFile: (file: File | null) => void }) {
  const { t } = useWords()
  return (
    <Panel title={t('rmi.file')}>
      <div className="stack">
        <Field label={t('rmi.file')} hint={t('rmi.file.hint')}>
          {(wiring) => (
            <input {...wiring} className="input" type="file" accept=".xlsx" onChange={(event) => onFile(event.target.files?.[0] ?? null)} />
          )}
        </Field>
        <div className="field-row two">
          <DateField label={t('rmi.from')} value={form.from} onValue={(from) => change({ from })} required />
          <DateField label={t('rmi.until')} value={form.until} onValue={(until) => change({ until })} required />
        </div>
        <TextField
          label={t('rmi.buyer')}
          hint={t('rmi.buyer.hint')}
          value={form.buyer}
          onValue={(buyer) => change({ buyer })}
          maxLength={120}
        />
        <LongTextField
          label={t('rmi.smelters')}
          hint={t('rmi.smelters.hint')}
          fault={fault === null ? undefined : t('rmi.smelters.fault', { line: fault })}
          value={form.smelters}
          onValue={(lines) => change({ smelters: lines })}
          rows={3}
        />
      </div>
    </Panel>
  )
}

function CompanyPart({ form, company, change, children }: PartProps & { readonly company: string; readonly children: ReactNode }) {
  const { t } = useWords()
  return (
    <Panel title={t('rmi.company')}>
      <div className="stack">
        <TextField label={t('rmi.company')} value={company} onValue={(name) => change({ company: name })} maxLength={200} required />
        <SelectField
          label={t('rmi.scope')}
          value={form.scope}
          options={[{ value: '', label: t('rmi.scope.none') }, ...scopes.map((one) => ({ value: one, label: t(`rmi.scope.${one}`) }))]}
          onValue={(scope) => change({ scope })}
        />
        <DateField label={t('rmi.date')} value={form.date} onValue={(date) => change({ date })} required />
        <strong>{t('rmi.contact')}</strong>
        <TextField
          label={t('rmi.contact.name')}
          value={form.name}
          onValue={(name) => change({ name })}
          maxLength={120}
          autoComplete="off"
        />
        <TextField
          label={t('rmi.contact.email')}
          value={form.email}
          onValue={(email) => change({ email })}
          maxLength={200}
          autoComplete="off"
        />
        <TextField
          label={t('rmi.contact.phone')}
          value={form.phone}
          onValue={(phone) => change({ phone })}
          maxLength={60}
          autoComplete="off"
        />
        {children}
      </div>
    </Panel>
  )
}

function Made({ made }: { readonly made: FillingAnswer }) {
  const { t } = useWords()
  const { kind, version, filled, mines, certificates, gaps, kept } = made
  const save = () =>
    saveFile(
      made.fileName,
      Uint8Array.from(atob(made.file), (letter) => letter.charCodeAt(0)),
      XLSX,
    )
  const place = (one: { readonly sheet: string; readonly cell: string }) =>
    one.sheet === '–' ? '' : `${one.sheet}${one.cell === '–' ? '' : ` ${one.cell}`} · `
  return (
    <>
      <Note tone="good" live>
        {t('rmi.done', { kind, version, n: filled.length, mines, certificates })} {t('rmi.recalculate')}
      </Note>
      <div className="form-actions">
        <Button kind="primary" onClick={save}>
          {t('rmi.save')}
        </Button>
      </div>
      <Panel title={t('rmi.gaps')} aside={<span className="small">{gaps.length}</span>}>
        {gaps.length === 0 && <p>{t('rmi.gaps.none')}</p>}
        <ul>
          {gaps.map((one) => (
            <li key={`${one.sheet} ${one.cell} ${one.what} ${one.facts ?? ''}`}>
              {place(one)}
              {wordOr(`rmi.what.${one.what}`, one.what)}
              {one.facts !== null && ` (${one.facts})`} : {t(`rmi.who.${one.who}`)}
            </li>
          ))}
        </ul>
      </Panel>
      {kept.length > 0 && (
        <Panel title={t('rmi.kept')}>
          <ul>
            {kept.map((one) => (
              <li key={`${one.sheet} ${one.cell}`}>
                {place(one)}
                {wordOr(`rmi.what.${one.what}`, one.what)} : {t(`rmi.kept.${one.why}`)}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  )
}
