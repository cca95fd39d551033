/* S2: what must be known to read the answers (age above all), as codes; names and ways to reach the person stand apart in the coffre. */
import { OTHER_COUNTRY } from '../../../../kernel/country.ts'
import { Choice, CheckChoice } from '../../../../app/kit/choice.tsx'
import { SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Note, Source } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import { ageBasis } from '../../domain/identification/age.ts'
import { say } from '../../domain/label.ts'
import { ageBasisLabels } from '../../domain/identification/labels-answers.ts'
import { AnswerRow } from './answer-row.tsx'
import { CoffrePart, LongWords, ShortWords } from './coffre.tsx'
import type { PartProps } from './part-props.ts'
import { questionLabels } from './question-labels.ts'
import { ageOf } from './screening-draft.ts'
import {
  countries,
  disabilities,
  disabilityLabels,
  displacementLabels,
  displacements,
  genderLabels,
  genders,
  spokenLanguageLabels,
  spokenLanguages,
} from './screening-lists.ts'
import { TapSeveral } from './tap-row.tsx'

export function ProfilePart(props: PartProps) {
  const { t, language } = useWords()
  const { draft, change } = props
  return (
    <>
      <AgePart {...props} />
      <Choice
        legend={say(questionLabels, 'sex-or-gender', language)}
        value={draft.gender}
        options={genders.map((value) => ({ value, label: say(genderLabels, value, language) }))}
        onValue={(gender) => change({ gender })}
      />
      <TapSeveral
        question={say(questionLabels, 'citizenship', language)}
        options={[
          ...countries.map(([two, three]) => ({
            value: three,
            label: new Intl.DisplayNames([language], { type: 'region' }).of(two) ?? three,
          })),
          { value: OTHER_COUNTRY, label: t('interview.other-country') },
        ]}
        chosen={draft.citizenship}
        onChosen={(citizenship) => change({ citizenship })}
      />
      <TapSeveral
        question={say(questionLabels, 'languages', language)}
        options={spokenLanguages.map((value) => ({
          value,
          label: say(spokenLanguageLabels, value, language),
        }))}
        chosen={draft.languages}
        onChosen={(languages) => change({ languages })}
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
      <AnswerRow
        question={say(questionLabels, 'accompanied', language)}
        value={draft.accompanied}
        onValue={(accompanied) => change({ accompanied })}
      />
      <CoffrePart title={t('interview.coffre.identity')}>
        <Note tone="calm">{t('interview.coffre.identity.only-if')}</Note>
        <ShortWords {...props} name="names" label={t('interview.names')} hint={t('interview.names.hint')} />
        <ShortWords {...props} name="birthDate" label={t('interview.birth')} hint={t('interview.birth.hint')} />
        <ShortWords {...props} name="reach" label={t('interview.reach')} />
        <LongWords {...props} name="otherIdentity" label={t('interview.other-identity')} rows={2} />
      </CoffrePart>
    </>
  )
}

function AgePart({ draft, change }: PartProps) {
  const { t, language } = useWords()
  const { age } = draft
  const set = (part: Partial<typeof age>) => change({ age: { ...age, ...part } })
  const known = ageOf(age)
  const backwards = age.kind === 'estimate' && Number(age.fromYears) > Number(age.toYears) && age.toYears !== ''
  return (
    <>
      <Choice
        legend={say(questionLabels, 'age', language)}
        value={age.kind}
        options={[
          { value: 'years', label: t('interview.age.years') },
          { value: 'estimate', label: t('interview.age.estimate') },
        ]}
        onValue={(kind) => set({ kind })}
      />
      {age.kind === 'years' && (
        <TextField label={t('interview.age.n')} inputMode="numeric" maxLength={3} value={age.years} onValue={(years) => set({ years })} />
      )}
      {age.kind === 'estimate' && (
        <div className="field-row two">
          <TextField
            label={t('interview.age.from')}
            inputMode="numeric"
            maxLength={3}
            value={age.fromYears}
            onValue={(fromYears) => set({ fromYears })}
          />
          <TextField
            label={t('interview.age.to')}
            inputMode="numeric"
            maxLength={3}
            value={age.toYears}
            fault={backwards ? t('interview.age.backwards') : undefined}
            onValue={(toYears) => set({ toYears })}
          />
        </div>
      )}
      <CheckChoice label={t('interview.age.disputed')} checked={age.disputed} onChecked={(disputed) => set({ disputed })} />
      {known !== null && <Source>{say(ageBasisLabels, ageBasis(known), language)}</Source>}
    </>
  )
}
