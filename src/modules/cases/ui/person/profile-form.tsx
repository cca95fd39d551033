/* The coded part of a person, put right: the same lists as the interview, started from what the file says. */
import { type FormEvent, useState } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { CheckChoice, Choice } from '../../../../app/kit/choice.tsx'
import { LongTextField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { accepted } from '../../../../kernel/outcome.ts'
import { say } from '../../domain/label.ts'
import { maySayMature } from '../../domain/profile/profile.ts'
import type { PartProps } from '../file/part-props.ts'
import { sealedSteps } from '../file/sealed-form.tsx'
import { useSteps } from '../file/use-steps.ts'
import { languageName, offeredLanguages } from '../languages.ts'
import { countryCodes, countryName } from '../opening/harm-place.ts'
import { HarmPlaceFields } from '../opening/harm-place-fields.tsx'
import { questionLabels } from '../screening/question-labels.ts'
import { disabilities, disabilityLabels, displacementLabels, displacements, genderLabels, genders } from '../screening/screening-lists.ts'
import '../screening/screening.css'
import { TapSeveral } from '../screening/tap-row.tsx'
import { BandSource } from './band-source.tsx'
import { type ProfileDraft, draftOf, needsReason, profileIn, profileStep, roleLabels, roles } from './profile-draft.ts'

interface FormProps extends PartProps {
  readonly onDone: () => void
}
export function ProfileForm({ work, onDone }: FormProps) {
  const { t } = useWords()
  const known = work.whole.profile
  const [draft, setDraft] = useState(() => draftOf(known))
  const { act, sending, error } = useSteps(work)
  const change = (part: Partial<ProfileDraft>) => setDraft((before) => ({ ...before, ...part }))
  const next = profileIn(draft, known)
  const asks = next !== null && needsReason(next, known)
  const isReady = next !== null && (!asks || draft.reason.trim() !== '')
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (next === null || !isReady) return
    const done = await act(() =>
      asks
        ? sealedSteps(work, {
            ...{ vault: 'narrative', slot: 'reason', text: draft.reason.trim() },
            steps: (ref) => [profileStep(next, ref)],
          })
        : accepted({ all: [profileStep(next, null)] }),
    )
    if (done) onDone()
  }
  return (
    <form className="stack no-print" onSubmit={(event) => void save(event)}>
      <p className="small">{t('profile.explain')}</p>
      <Age draft={draft} change={change} />
      {next !== null && maySayMature(next) && (
        <>
          <CheckChoice
            label={t('profile.mature.say')}
            hint={t('profile.mature.hint')}
            checked={draft.isMature}
            onChecked={(isMature) => change({ isMature })}
          />
          {asks && (
            <LongTextField
              sealed
              required
              label={t('profile.mature.reason')}
              hint={t('profile.mature.reason.hint')}
              value={draft.reason}
              onValue={(reason) => change({ reason })}
              rows={3}
              maxLength={5000}
            />
          )}
        </>
      )}
      {next !== null && <BandSource profile={next} />}
      <Codes draft={draft} change={change} />
      <HarmPlaceFields value={draft.place} onValue={(place) => change({ place })} />
      {error !== null && <ErrorState error={error} />}
      {next === null && <Note>{t('profile.missing')}</Note>}
      <div className="form-actions">
        <Button onClick={onDone}>{t('profile.cancel')}</Button>
        <Button kind="primary" type="submit" busy={sending} disabled={!isReady}>
          {t('profile.save')}
        </Button>
      </div>
    </form>
  )
}

interface DraftProps {
  readonly draft: ProfileDraft
  readonly change: (part: Partial<ProfileDraft>) => void
}
const numeric = { inputMode: 'numeric', maxLength: 3, autoComplete: 'off' } as const
function Age({ draft: { age }, change }: DraftProps) {
  const { t, language } = useWords()
  const set = (part: Partial<typeof age>) => change({ age: { ...age, ...part } })
  const isBackwards = age.kind === 'estimate' && age.toYears !== '' && Number(age.fromYears) > Number(age.toYears)
  return (
    <>
      <Choice
        legend={say(questionLabels, 'age', language)}
        value={age.kind}
        options={(['years', 'estimate'] as const).map((value) => ({ value, label: t(`interview.age.${value}`) }))}
        onValue={(kind) => set({ kind })}
      />
      {age.kind === 'years' && (
        <TextField {...numeric} label={t('interview.age.n')} value={age.years} onValue={(years) => set({ years })} />
      )}
      {age.kind === 'estimate' && (
        <div className="field-row two">
          <TextField {...numeric} label={t('interview.age.from')} value={age.fromYears} onValue={(fromYears) => set({ fromYears })} />
          <TextField
            {...numeric}
            label={t('interview.age.to')}
            value={age.toYears}
            fault={isBackwards ? t('interview.age.backwards') : undefined}
            onValue={(toYears) => set({ toYears })}
          />
        </div>
      )}
      <CheckChoice label={t('interview.age.disputed')} checked={age.disputed} onChecked={(disputed) => set({ disputed })} />
    </>
  )
}
/** What the file has and the list has not stays to be taken back. */
const withKnown = (offered: readonly string[], chosen: readonly string[]): readonly string[] => [...new Set([...offered, ...chosen])]
function Codes({ draft, change }: DraftProps) {
  const { t, language } = useWords()
  return (
    <>
      <SelectField
        label={say(questionLabels, 'sex-or-gender', language)}
        value={draft.gender}
        options={genders.map((value) => ({ value, label: say(genderLabels, value, language) }))}
        onValue={(gender) => change({ gender })}
      />
      <TapSeveral
        question={say(questionLabels, 'citizenship', language)}
        options={withKnown(countryCodes, draft.citizenship).map((value) => ({ value, label: countryName(value, language) }))}
        chosen={draft.citizenship}
        onChosen={(citizenship) => change({ citizenship: [...citizenship] })}
      />
      <TapSeveral
        question={say(questionLabels, 'languages', language)}
        options={withKnown(offeredLanguages, draft.languages).map((value) => ({ value, label: languageName(value, language) }))}
        chosen={draft.languages}
        onChosen={(languages) => change({ languages: [...languages] })}
      />
      <div className="field-row two">
        <SelectField
          label={say(questionLabels, 'status', language)}
          value={draft.displacement}
          options={displacements.map((value) => ({ value, label: say(displacementLabels, value, language) }))}
          onValue={(displacement) => change({ displacement })}
        />
        <SelectField
          label={say(questionLabels, 'disability', language)}
          value={draft.disability}
          options={disabilities.map((value) => ({ value, label: say(disabilityLabels, value, language) }))}
          onValue={(disability) => change({ disability })}
        />
      </div>
      <TapSeveral
        question={t('profile.roles')}
        options={roles.map((value) => ({ value, label: roleLabels[value][language] }))}
        chosen={draft.roles}
        onChosen={(chosen) => change({ roles: [...chosen] })}
      />
    </>
  )
}
