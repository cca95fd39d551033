/* The coded part of a person, put right: the same lists as the interview, started from what the file says. */
import { type FormEvent, useState } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { LongTextField, SelectField } from '../../../../app/kit/field.tsx'
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
import { HarmPlaceFields } from '../opening/harm-place-fields.tsx'
import { questionLabels } from '../screening/question-labels.ts'
import { genderLabels, genders } from '../screening/screening-lists.ts'
import '../screening/screening.css'
import { TapSeveral } from '../screening/tap-row.tsx'
import { BandSource } from './band-source.tsx'
import { AgeFields, CodedFields } from './coded-fields.tsx'
import { type ProfileDraft, draftOf, needsReason, profileIn, profileStep, roleLabels, roles } from './profile-draft.ts'

interface FormProps extends PartProps {
  readonly onDone: () => void
}
export function ProfileForm({ work, onDone }: FormProps) {
  const { t } = useWords()
  const known = work.whole.profile
  const bands = work.rules.ageBands
  const [draft, setDraft] = useState(() => draftOf(known))
  const { act, sending, error } = useSteps(work)
  const change = (part: Partial<ProfileDraft>) => setDraft((before) => ({ ...before, ...part }))
  const next = profileIn(draft, known, bands)
  const asks = next !== null && needsReason(next, known, bands)
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
      <AgeFields age={draft.age} setAge={(age) => change({ age })} />
      {next !== null && maySayMature(next, bands) && (
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
      {next !== null && <BandSource profile={next} bands={bands} />}
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
const asked = { offered: offeredLanguages, name: languageName }
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
      <CodedFields
        person={draft}
        languages={asked}
        change={({ citizenship, languages, ...rest }) =>
          change({
            ...rest,
            ...(citizenship === undefined ? {} : { citizenship: [...citizenship] }),
            ...(languages === undefined ? {} : { languages: [...languages] }),
          })
        }
      />
      <TapSeveral
        question={t('profile.roles')}
        options={roles.map((value) => ({ value, label: roleLabels[value][language] }))}
        chosen={draft.roles}
        onChosen={(chosen) => change({ roles: [...chosen] })}
      />
    </>
  )
}
