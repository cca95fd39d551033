/*
Asking for consent: what was explained, each question by itself, who gives it and how. The paper or the note that proves it is sealed in a vault of its
own on this device. A consent that the age does not allow is recorded all the same, and the form says what is missing.
*/
import { useState } from 'react'
import { newId } from '../../../../app/api.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { CheckChoice, Choice } from '../../../../app/kit/choice.tsx'
import { DateField, LongTextField, SelectField } from '../../../../app/kit/field.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { accepted } from '../../../../kernel/outcome.ts'
import {
  answerLabels,
  assentLabels,
  extentLabels,
  fieldLabels,
  formLabels,
  giverLabels,
  guardianLabels,
  purposeLabels,
} from '../../domain/consent/consent-labels.ts'
import { Consent } from '../../domain/consent/consent-words.ts'
import { purposeRules } from '../../domain/consent/purposes.ts'
import type { OneCommand } from '../../domain/file/file-words.ts'
import { explainedItems } from '../../domain/identification/screening-flow.ts'
import { type Labels, say } from '../../domain/label.ts'
import { PackageField, ServiceType } from '../../domain/referral/referral-words.ts'
import { ageBandText } from '../coded-text.ts'
import { languageName, offeredLanguages, threeLetters } from '../languages.ts'
import { ProofField } from '../attachments/proof-field.tsx'
import type { PartProps } from '../file/part-props.ts'
import { useSteps } from '../file/use-steps.ts'
import { explainedTexts } from '../screening/explained-texts.ts'
import type { Bodies } from './bodies.ts'
import {
  ADDED,
  type ConsentDraft,
  type QuestionRow,
  answered,
  bandFor,
  consentOf,
  isWorth,
  lackingFor,
  needsBody,
  newConsent,
  newRow,
  unfinished,
} from './consent-draft.ts'
import { FieldChecks } from './field-checks.tsx'

interface FormProps extends PartProps {
  readonly bodies: Bodies
  readonly onDone: () => void
}
export const optionsOf = <Code extends string>(labels: Labels<Code>, codes: readonly Code[], language: 'fr' | 'en') =>
  codes.map((value) => ({ value, label: say(labels, value, language) }))

function NotWorth({ draft, work }: PartProps & { readonly draft: ConsentDraft }) {
  const { t } = useWords()
  const { profile, file } = work.whole
  const isDecidedInBestInterests = file.consents.bestInterests?.isApproved === true
  const isTaken = isWorth(draft, profile, { isDecidedInBestInterests, bands: work.rules.ageBands })
  return isTaken ? null : <Note live>{t('consent.not-worth')}</Note>
}

export function ConsentForm({ work, bodies, onDone }: FormProps) {
  const { t, language } = useWords()
  const { profile, file } = work.whole
  const [draft, setDraft] = useState<ConsentDraft>(() =>
    newConsent(
      profile,
      file.consents.kept.map((one) => one.given),
    ),
  )
  const { act, sending, error } = useSteps(work)
  const change = (part: Partial<ConsentDraft>) => setDraft({ ...draft, ...part })
  const missing = unfinished(draft.rows)
  const lacking = lackingFor(draft, explainedItems)
  const isReady = missing.length === 0 && lacking.explanations === 0 && !lacking.proof
  const nothingAsked = answered(draft.rows).length === 0
  const save = async () => {
    const sent = await act(async () => {
      const sealed: OneCommand[] = []
      const evidence = draft.evidence.trim() === '' ? null : await work.seal('evidence', 'evidence', draft.evidence)
      if (evidence !== null && !evidence.ok) return evidence
      const reason = draft.reason.trim() === '' ? null : await work.seal('narrative', 'reason', draft.reason)
      if (reason !== null && !reason.ok) return reason
      sealed.push(...[evidence, reason].flatMap((one) => (one === null ? [] : [one.value.command])))
      const given = consentOf(draft, {
        ...{ now: work.now, newId, zone: work.rules.calendar.zone },
        // A file that was chosen is the proof; what was written beside it lies in the same vault.
        ...(draft.proof === '' ? (evidence ? { evidence: evidence.value.ref } : {}) : { evidence: { vault: 'evidence', id: draft.proof } }),
        ...(reason ? { reasonWithheld: reason.value.ref } : {}),
      })
      return accepted({ all: [...sealed, { about: 'consent', ask: { step: 'record', given } }] })
    })
    if (sent) onDone()
  }
  return (
    <Panel title={t('consent.ask')}>
      <div className="stack">
        <FieldChecks
          legend={t('consent.explained')}
          options={explainedItems.map((value) => ({ value, label: explainedTexts[value][language] }))}
          chosen={explainedItems.filter((one) => draft.explained.includes(one))}
          onChosen={(explained) => change({ explained })}
        />
        {draft.rows.map((row) => (
          <Question
            key={row.key}
            row={row}
            bodies={bodies}
            set={(next) => change({ rows: draft.rows.flatMap((one) => (one.key === row.key ? (next === null ? [] : [next]) : [one])) })}
          />
        ))}
        <AddQuestion add={(row) => change({ rows: [...draft.rows, row] })} />
        <Given draft={draft} change={change} work={work} />
        <Kept draft={draft} change={change} bodies={bodies} work={work} />
        <NotWorth draft={draft} work={work} />
        {nothingAsked && <Note>{t('consent.lacks.answer')}</Note>}
        {missing.length > 0 && <Note>{t('consent.body-missing')}</Note>}
        {lacking.explanations > 0 && <Note>{t('consent.lacks.explanations', { n: lacking.explanations })}</Note>}
        {lacking.proof && <Note>{t('consent.lacks.proof')}</Note>}
        {error !== null && <ErrorState error={error} />}
        <div className="form-actions">
          <Button onClick={onDone}>{t('app.close')}</Button>
          <Button kind="primary" busy={sending} disabled={!isReady || nothingAsked} onClick={() => void save()}>
            {t('consent.save')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}

interface KeptProps extends PartProps {
  readonly draft: ConsentDraft
  readonly change: (part: Partial<ConsentDraft>) => void
  readonly bodies: Bodies
}
/** What is kept back, why, and what proves the rest. */
function Kept({ draft, change, bodies, work }: KeptProps) {
  const { t, language } = useWords()
  return (
    <>
      <details open={draft.withheldFields.length + draft.withheldFrom.length > 0}>
        <summary>{t('consent.withheld')}</summary>
        <FieldChecks
          legend={t('consent.withheld-fields')}
          options={optionsOf(fieldLabels, PackageField.options, language)}
          chosen={draft.withheldFields}
          onChosen={(withheldFields) => change({ withheldFields })}
        />
        {bodies.options.length > 0 && (
          <FieldChecks
            legend={t('consent.withheld-from')}
            options={bodies.options}
            chosen={draft.withheldFrom}
            onChosen={(withheldFrom) => change({ withheldFrom })}
          />
        )}
      </details>
      <LongTextField
        label={t('consent.reason')}
        hint={t('consent.sealed.hint')}
        rows={2}
        value={draft.reason}
        onValue={(reason) => change({ reason })}
      />
      <LongTextField
        sealed
        label={t('consent.evidence')}
        hint={t('consent.evidence.hint')}
        rows={2}
        value={draft.evidence}
        onValue={(evidence) => change({ evidence })}
      />
      <ProofField work={work} value={draft.proof} onValue={(proof) => change({ proof })} />
    </>
  )
}

const ANSWERS = ['yes', 'no', 'not-asked'] as const
interface QuestionProps {
  readonly row: QuestionRow
  readonly bodies: Bodies
  readonly set: (row: QuestionRow | null) => void
}
function Question({ row, bodies, set }: QuestionProps) {
  const { t, language } = useWords()
  const extents = purposeRules[row.purpose].extents
  const isAdded = ADDED.includes(row.purpose)
  return (
    <div className="panel stack">
      <Choice
        legend={say(purposeLabels, row.purpose, language)}
        hint={say(extentLabels, row.extent, language)}
        value={row.answer}
        options={optionsOf(answerLabels, ANSWERS, language)}
        onValue={(answer) => set({ ...row, answer })}
      />
      <div className="field-row">
        {needsBody(row.purpose) && (
          <SelectField
            label={t('consent.body')}
            value={row.recipient}
            options={[{ value: '', label: t('consent.choose') }, ...bodies.options]}
            onValue={(recipient) => set({ ...row, recipient })}
          />
        )}
        {row.purpose === 'service-referral' && (
          <SelectField
            label={t('consent.service')}
            value={row.service}
            options={ServiceType.options.map((value) => ({ value, label: t(`directory.type.${value}`) }))}
            onValue={(service) => set({ ...row, service })}
          />
        )}
        {extents.length > 1 && (
          <SelectField
            label={t('consent.extent')}
            value={row.extent}
            options={optionsOf(extentLabels, extents, language)}
            onValue={(extent) => set({ ...row, extent })}
          />
        )}
        {isAdded && (
          <Button kind="quiet" onClick={() => set(null)}>
            {t('consent.remove')}
          </Button>
        )}
      </div>
    </div>
  )
}
function AddQuestion({ add }: { readonly add: (row: QuestionRow) => void }) {
  const { t, language } = useWords()
  return (
    <div className="field" role="group" aria-label={t('consent.add')}>
      <strong>{t('consent.add')}</strong>
      <div className="form-actions">
        {ADDED.map((purpose) => (
          <Button key={purpose} onClick={() => add(newRow(purpose, newId()))}>
            {say(purposeLabels, purpose, language)}
          </Button>
        ))}
      </div>
    </div>
  )
}

interface GivenProps extends PartProps {
  readonly draft: ConsentDraft
  readonly change: (part: Partial<ConsentDraft>) => void
}
const { givenBy, assentOfChild, guardianAgrees, form } = Consent.shape
function Given({ draft, change, work }: GivenProps) {
  const { t, language } = useWords()
  const { profile } = work.whole
  const band = bandFor(profile, work.rules.ageBands)
  const spoken = [...new Set([...(profile?.languages ?? []).map(threeLetters), ...offeredLanguages])]
  return (
    <>
      <div className="field-row">
        <SelectField
          label={t('consent.given-by')}
          value={draft.givenBy}
          options={optionsOf(giverLabels, givenBy.options, language)}
          onValue={(chosen) => change({ givenBy: chosen })}
        />
        {band !== undefined && band.child !== 'none' && (
          <SelectField
            label={t('consent.assent')}
            value={draft.assentOfChild}
            options={optionsOf(assentLabels, assentOfChild.options, language)}
            onValue={(chosen) => change({ assentOfChild: chosen })}
          />
        )}
        {band !== undefined && band.guardian !== 'no' && (
          <SelectField
            label={t('consent.guardian')}
            value={draft.guardianAgrees}
            options={optionsOf(guardianLabels, guardianAgrees.options, language)}
            onValue={(chosen) => change({ guardianAgrees: chosen })}
          />
        )}
      </div>
      {band !== undefined && (
        <Source>
          {t('consent.band', { band: ageBandText(band.band, language) })} {t(`consent.self.${band.self}`)}{' '}
          {t(`consent.guardian.${band.guardian}`)} {t(`consent.child.${band.child}`)} ({t('consent.mark', { mark: band.evidence })})
        </Source>
      )}
      <div className="field-row">
        <SelectField
          label={t('consent.form')}
          value={draft.form}
          options={optionsOf(formLabels, form.options, language)}
          onValue={(chosen) => change({ form: chosen })}
        />
        <SelectField
          label={t('consent.language')}
          value={draft.language}
          options={spoken.map((value) => ({ value, label: languageName(value, language) }))}
          onValue={(chosen) => change({ language: chosen })}
        />
        <DateField
          label={t('consent.valid-to')}
          hint={t('consent.valid-to.hint')}
          value={draft.validTo}
          onValue={(validTo) => change({ validTo })}
        />
      </div>
      <CheckChoice
        label={t('consent.interpreter')}
        checked={draft.interpreterUsed}
        onChecked={(interpreterUsed) => change({ interpreterUsed })}
      />
    </>
  )
}
