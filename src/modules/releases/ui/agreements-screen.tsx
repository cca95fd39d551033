/* Agreements on sharing: drafted here by who asks for figures, signed off and ended by who protects the data. */
import { useState } from 'react'
import { newId } from '../../../app/api.ts'
import { useAnswer } from '../../../app/ask.ts'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { AppLink } from '../../../app/kit/button.tsx'
import { todayHere } from '../../../app/kit/clock.ts'
import { DateField, LongTextField, SelectField, TextField } from '../../../app/kit/field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Pairs } from '../../../app/kit/pairs.tsx'
import { Panel } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { DateText } from '../../../app/kit/values.tsx'
import { mayOpen, useMe } from '../../../app/who.ts'
import { type Translate, useWords } from '../../../app/words.ts'
import type { AgreementAnswer, AgreementList } from '../contract.ts'
import { type TermsForm, emptyTerms, frequencies, levels, onwards, termsOf } from './agreement-form.ts'

export function AgreementsScreen() {
  const { t } = useWords()
  const me = useMe().data
  const { data, answer, error, again } = useAnswer<AgreementList>('/api/sharing-agreements')
  return (
    <Page
      title={t('agreements.title')}
      crumbs={<AppLink to="/figures">{t('figures.title')}</AppLink>}
      under={t('agreements.under')}
      answer={answer}
      actions={mayOpen('cases.statistics', me) && <DraftDialog done={again} />}
    >
      {error ? (
        <ErrorState error={error} again={again} />
      ) : !data ? (
        <Loading />
      ) : data.agreements.length === 0 ? (
        <EmptyState title={t('agreements.none')}>{t('agreements.none.do')}</EmptyState>
      ) : (
        data.agreements.map((one) => <AgreementPanel key={one.id} one={one} decides={mayOpen('cases.protect-data', me)} done={again} />)
      )}
    </Page>
  )
}

const stateText = (t: Translate, { state, isActive }: AgreementAnswer): string =>
  t(state === 'signed' && !isActive ? 'agreements.state.over' : `agreements.state.${state}`)

interface PanelProps {
  readonly one: AgreementAnswer
  readonly decides: boolean
  readonly done: () => void
}
function AgreementPanel({ one, decides, done }: PanelProps) {
  const { t } = useWords()
  const { terms } = one
  return (
    <Panel title={terms.parties.join(' – ')} aside={<strong>{stateText(t, one)}</strong>}>
      <Pairs
        lines={[
          [t('agreements.purpose'), terms.purpose],
          [t('agreements.fields'), terms.fields.includes('*') ? t('agreements.fields.all') : terms.fields.join(', ')],
          [t('agreements.level'), t(`agreements.level.${terms.level}`)],
          [t('agreements.frequency'), t(`agreements.frequency.${terms.frequency}`)],
          [t('agreements.onward'), t(`agreements.onward.${terms.onwardSharing}`)],
          [t('agreements.retention'), String(terms.retentionMonths)],
          [t('agreements.contact'), terms.incidentContact],
          [t('agreements.expires'), <DateText key="expires" date={terms.expiresOn} />],
          ...(one.signedOn === null ? [] : [[t('agreements.signed-on'), <DateText key="signed" date={one.signedOn} />] as const]),
          ...(one.endReason === null ? [] : [[t('figures.reason'), one.endReason] as const]),
        ]}
      />
      {decides && (
        <div className="form-actions no-print">
          {one.state === 'drafted' && !one.isMine && <SignDialog id={one.id} done={done} />}
          {one.state === 'signed' && <EndDialog id={one.id} done={done} />}
        </div>
      )}
    </Panel>
  )
}

function SignDialog({ id, done }: { readonly id: string; readonly done: () => void }) {
  const { t } = useWords()
  const [signedOn, setSignedOn] = useState(todayHere())
  return (
    <ActDialog
      title={t('agreements.sign')}
      explain={t('agreements.sign.explain')}
      go={t('agreements.sign')}
      path={`/api/sharing-agreements/${id}/signature`}
      data={signedOn === '' ? null : { signedOn }}
      missing={t('agreements.missing.day')}
      onDone={done}
    >
      <DateField label={t('agreements.signed-on')} value={signedOn} onValue={setSignedOn} max={todayHere()} required />
    </ActDialog>
  )
}
function EndDialog({ id, done }: { readonly id: string; readonly done: () => void }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={t('agreements.end')}
      explain={t('agreements.end.explain')}
      go={t('agreements.end')}
      kind="danger"
      path={`/api/sharing-agreements/${id}/end`}
      data={reason.trim() === '' ? null : { reason: reason.trim() }}
      missing={t('figures.missing.reason')}
      onDone={done}
    >
      <LongTextField
        label={t('figures.reason')}
        hint={t('figures.reason.hint')}
        value={reason}
        onValue={setReason}
        maxLength={400}
        required
      />
    </ActDialog>
  )
}

function DraftDialog({ done }: { readonly done: () => void }) {
  const { t } = useWords()
  const [id, setId] = useState(newId)
  const [form, setForm] = useState<TermsForm>(emptyTerms)
  const change = (part: Partial<TermsForm>) => setForm((before) => ({ ...before, ...part }))
  const terms = termsOf(form, todayHere())
  const finished = () => {
    setId(newId())
    setForm(emptyTerms)
    done()
  }
  return (
    <ActDialog
      title={t('agreements.new')}
      explain={t('agreements.new.explain')}
      go={t('agreements.new')}
      path="/api/sharing-agreements"
      data={terms === null ? null : { id, terms }}
      missing={t('agreements.missing')}
      onDone={finished}
    >
      <TermsFields form={form} change={change} />
    </ActDialog>
  )
}

interface TermsProps {
  readonly form: TermsForm
  readonly change: (part: Partial<TermsForm>) => void
}
function TermsFields({ form, change }: TermsProps) {
  const { t } = useWords()
  return (
    <div className="stack">
      <LongTextField
        label={t('agreements.parties')}
        hint={t('agreements.parties.hint')}
        value={form.parties}
        onValue={(parties) => change({ parties })}
        required
      />
      <LongTextField
        label={t('agreements.purpose')}
        value={form.purpose}
        onValue={(purpose) => change({ purpose })}
        maxLength={1_000}
        required
      />
      <TextField
        label={t('agreements.fields')}
        hint={t('agreements.fields.hint')}
        value={form.fields}
        onValue={(fields) => change({ fields })}
      />
      <div className="field-row two">
        <SelectField
          label={t('agreements.level')}
          value={form.level}
          options={levels.map((value) => ({ value, label: t(`agreements.level.${value}`) }))}
          onValue={(level) => change({ level })}
        />
        <SelectField
          label={t('agreements.frequency')}
          value={form.frequency}
          options={frequencies.map((value) => ({ value, label: t(`agreements.frequency.${value}`) }))}
          onValue={(frequency) => change({ frequency })}
        />
      </div>
      <SelectField
        label={t('agreements.onward')}
        value={form.onwardSharing}
        options={onwards.map((value) => ({ value, label: t(`agreements.onward.${value}`) }))}
        onValue={(onwardSharing) => change({ onwardSharing })}
      />
      <div className="field-row two">
        <TextField
          label={t('agreements.retention')}
          value={form.retentionMonths}
          onValue={(retentionMonths) => change({ retentionMonths })}
          inputMode="numeric"
        />
        <DateField
          label={t('agreements.expires')}
          value={form.expiresOn}
          onValue={(expiresOn) => change({ expiresOn })}
          min={todayHere()}
          required
        />
      </div>
      <TextField
        label={t('agreements.contact')}
        hint={t('agreements.contact.hint')}
        value={form.incidentContact}
        onValue={(incidentContact) => change({ incidentContact })}
        maxLength={160}
        required
      />
    </div>
  )
}
