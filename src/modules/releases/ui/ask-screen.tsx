/*
Asking for a release: under which agreement, what kind, which quarters; then what would be kept back and why; then the request. Changing anything takes the look away, so
that what is sent was looked at. No figure is shown here.
*/
import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { newId, post } from '../../../app/api.ts'
import { useAnswer, useCommand } from '../../../app/ask.ts'
import { AppLink, Button } from '../../../app/kit/button.tsx'
import { CheckChoice, Choice } from '../../../app/kit/choice.tsx'
import { todayHere } from '../../../app/kit/clock.ts'
import { SelectField, TextField } from '../../../app/kit/field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Note, Panel } from '../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../app/kit/states.tsx'
import { useWords } from '../../../app/words.ts'
import type { AgreementList, ColumnsAnswer, ReleaseKind, ReleasePreview } from '../contract.ts'
import { type AskForm, firstForm, parametersOf, quartersTold } from './ask-form.ts'
import { cellText } from './cell-text.ts'
import { KeptBackSteps } from './kept-back.tsx'

const kinds = [
  'province-quarter',
  'place-events',
  'k-aggregates',
  'ctdc-microdata',
  'ic-tip',
  'htcds-deidentified',
] as const satisfies readonly ReleaseKind[]

export function AskReleaseScreen() {
  const { t } = useWords()
  const agreements = useAnswer<AgreementList>('/api/sharing-agreements')
  if (agreements.error) return <ErrorState error={agreements.error} again={agreements.again} />
  if (!agreements.data) return <Loading />
  const active = agreements.data.agreements.filter(({ isActive }) => isActive)
  return (
    <Page title={t('figures.ask')} crumbs={<AppLink to="/figures">{t('figures.title')}</AppLink>}>
      {active.length === 0 && (
        <Note>
          {t('figures.agreement.none')} <AppLink to="/figures/agreements">{t('figures.agreements')}</AppLink>
        </Note>
      )}
      <AskPanels agreements={active.map((one) => ({ value: one.id, label: one.terms.parties.join(' – ') }))} />
    </Page>
  )
}

interface Look {
  readonly busy: boolean
  readonly found: ReleasePreview | null
  readonly error: unknown
}
const NOT_LOOKED: Look = { busy: false, found: null, error: null }

function AskPanels({ agreements }: Pick<FieldsProps, 'agreements'>) {
  const { t } = useWords()
  const columns = useAnswer<ColumnsAnswer>('/api/statistics-releases/columns').data
  const [form, setForm] = useState<AskForm>(() => firstForm(todayHere()))
  const [look, setLook] = useState(NOT_LOOKED)
  const change = (part: Partial<AskForm>) => {
    setForm((before) => ({ ...before, ...part }))
    setLook(NOT_LOOKED)
  }
  const parameters = parametersOf(form)
  const preview = async () => {
    setLook({ ...NOT_LOOKED, busy: true })
    await post<ReleasePreview>('/api/statistics-releases/preview', { agreement: form.agreement, parameters }).then(
      (found) => setLook({ busy: false, found, error: null }),
      (error: unknown) => setLook({ busy: false, found: null, error }),
    )
  }
  return (
    <>
      <div className="columns">
        <Panel title={t('figures.kind')}>
          <Choice
            legend={t('figures.kind')}
            legendHidden
            value={form.kind}
            options={kinds.map((kind) => ({ value: kind, label: t(`figures.kind.${kind}`), hint: t(`figures.kind.hint.${kind}`) }))}
            onValue={(kind) => change({ kind, columns: [] })}
          />
        </Panel>
        <Panel title={t('figures.parameters')}>
          <ParameterFields
            {...{ form, change, agreements }}
            columns={columns?.kinds.find(({ kind }) => kind === form.kind)?.columns ?? []}
          />
          {(parameters === null || form.agreement === '') && <p className="small">{t(missingFor(form))}</p>}
          <div className="form-actions" style={{ marginTop: 16 }}>
            <Button busy={look.busy} disabled={parameters === null || form.agreement === ''} onClick={() => void preview()}>
              {t('figures.preview')}
            </Button>
          </div>
        </Panel>
      </div>
      {look.error !== null && <ErrorState error={look.error} />}
      {look.found !== null && <PreviewView found={look.found} />}
      <SendRequest form={form} found={look.found} />
    </>
  )
}

/** Why the button is shut, said one at a time. */
const missingFor = (form: AskForm) =>
  form.agreement === ''
    ? 'figures.missing.agreement'
    : form.kind === 'k-aggregates' && form.columns.length === 0
      ? 'figures.missing.columns'
      : 'figures.missing.parameters'

function SendRequest({ form, found }: { readonly form: AskForm; readonly found: ReleasePreview | null }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [id] = useState(newId)
  const { send, sending, error } = useCommand<object>('/api/statistics-releases')
  const isReady = found !== null && !found.isEmpty && found.inTheWayCount === 0 && form.agreement !== ''
  const ask = async () => {
    const receipt = await send({ id, agreement: form.agreement, parameters: parametersOf(form) }).catch(() => null)
    if (receipt !== null) await navigate({ to: `/figures/release/${id}` })
  }
  return (
    <>
      {error && <ErrorState error={error} />}
      {found === null && <p className="small">{t('figures.missing.preview')}</p>}
      <div className="form-actions">
        <Button kind="primary" busy={sending} disabled={!isReady} onClick={() => void ask()}>
          {t('figures.send')}
        </Button>
      </div>
    </>
  )
}

interface FieldsProps {
  readonly form: AskForm
  readonly change: (part: Partial<AskForm>) => void
  readonly agreements: readonly { readonly value: string; readonly label: string }[]
  readonly columns: readonly string[]
}
function ParameterFields({ form, change, agreements, columns }: FieldsProps) {
  const { t } = useWords()
  const quarters = quartersTold(todayHere()).map((value) => ({ value, label: value }))
  return (
    <div className="stack">
      <SelectField
        label={t('figures.agreement')}
        value={form.agreement}
        options={[{ value: '', label: '–' }, ...agreements]}
        onValue={(agreement) => change({ agreement })}
      />
      <div className="field-row two">
        <SelectField label={t('figures.from')} value={form.from} options={quarters} onValue={(from) => change({ from })} />
        <SelectField label={t('figures.until')} value={form.until} options={quarters} onValue={(until) => change({ until })} />
      </div>
      <div className="field-row two">
        <TextField
          label={t('figures.least')}
          hint={t('figures.least.hint')}
          value={form.least}
          onValue={(least) => change({ least })}
          inputMode="numeric"
        />
        {form.kind !== 'province-quarter' && (
          <SelectField
            label={t('figures.together')}
            value={form.together}
            options={['1', '2', '3'].map((value) => ({ value, label: value }))}
            onValue={(together) => change({ together })}
          />
        )}
      </div>
      {form.kind !== 'province-quarter' && (
        <fieldset className="stack">
          <legend>{t('figures.columns')}</legend>
          <span className="hint">{t('figures.columns.hint')}</span>
          {columns.map((column) => (
            <CheckChoice
              key={column}
              label={column}
              checked={form.columns.includes(column)}
              onChecked={(checked) =>
                change({ columns: checked ? [...form.columns, column] : form.columns.filter((one) => one !== column) })
              }
            />
          ))}
        </fieldset>
      )}
    </div>
  )
}

function PreviewView({ found }: { readonly found: ReleasePreview }) {
  const { t } = useWords()
  return (
    <Panel title={t('figures.preview.title')}>
      <div role="status" className="stack">
        {found.isEmpty ? <Note tone="red">{t('figures.empty')}</Note> : <KeptBackSteps keptBack={found.keptBack} />}
        {found.withheld.length > 0 && !found.isEmpty && (
          <ul>
            {found.withheld.map(({ cell, why }) => (
              <li key={cell}>{t(`figures.withheld.${why}`, { cell: cellText(t, cell) })}</li>
            ))}
          </ul>
        )}
        {found.inTheWayCount > 0 && (
          <Note tone="red">
            <strong>{t('figures.way')}</strong>
            <ul>
              {found.inTheWay.slice(0, 10).map(({ cell, against, problem }) => (
                <li key={`${cell} ${against}`}>{t(`figures.way.${problem}`, { cell: cellText(t, cell), against })}</li>
              ))}
            </ul>
            {found.inTheWayCount > 10 && <p>{t('figures.way.more', { n: found.inTheWayCount - 10 })}</p>}
          </Note>
        )}
        <p className="small">{t('figures.preview.why')}</p>
      </div>
    </Panel>
  )
}
