/*
What is known of a person in codes, as fields: age, citizenship, languages, displacement, disability. One room for the interview, which asks for the first
time, and for the page of the person, which puts right; each hands over its part of a draft and takes back what changed.
*/
import { Choice, CheckChoice } from '../../../../app/kit/choice.tsx'
import { SelectField, TextField } from '../../../../app/kit/field.tsx'
import { useWords } from '../../../../app/words.ts'
import { say } from '../../domain/label.ts'
import { countryCodes, countryName } from '../opening/harm-place.ts'
import { questionLabels } from '../screening/question-labels.ts'
import type { AgeTexts } from '../screening/screening-draft.ts'
import {
  type DisabilityCode,
  type DisplacementCode,
  disabilities,
  disabilityLabels,
  displacementLabels,
  displacements,
} from '../screening/screening-lists.ts'
import { TapSeveral } from '../screening/tap-row.tsx'

const numeric = { inputMode: 'numeric', maxLength: 3, autoComplete: 'off' } as const
export function AgeFields({ age, setAge }: { readonly age: AgeTexts; readonly setAge: (age: AgeTexts) => void }) {
  const { t, language } = useWords()
  const set = (part: Partial<AgeTexts>) => setAge({ ...age, ...part })
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

export interface CodedPerson {
  readonly citizenship: readonly string[]
  readonly languages: readonly string[]
  readonly displacement: DisplacementCode
  readonly disability: DisabilityCode
}
interface Props {
  readonly person: CodedPerson
  readonly change: (part: Partial<CodedPerson>) => void
  /** An interview asks in two letters as its drafts lie on telephones, a file has three. */
  readonly languages: { readonly offered: readonly string[]; readonly name: (code: string, language: 'fr' | 'en') => string }
}
/** What a draft or a file has and the list has not stays to be taken back. */
const withKnown = (offered: readonly string[], chosen: readonly string[]): readonly string[] => [...new Set([...offered, ...chosen])]
export function CodedFields({ person, change, languages: { offered, name } }: Props) {
  const { language } = useWords()
  const { citizenship, languages, displacement, disability } = person
  return (
    <>
      <TapSeveral
        question={say(questionLabels, 'citizenship', language)}
        options={withKnown(countryCodes, citizenship).map((value) => ({ value, label: countryName(value, language) }))}
        chosen={citizenship}
        onChosen={(chosen) => change({ citizenship: chosen })}
      />
      <TapSeveral
        question={say(questionLabels, 'languages', language)}
        options={withKnown(offered, languages).map((value) => ({ value, label: name(value, language) }))}
        chosen={languages}
        onChosen={(chosen) => change({ languages: chosen })}
      />
      <div className="field-row two">
        <SelectField
          label={say(questionLabels, 'status', language)}
          value={displacement}
          options={displacements.map((value) => ({ value, label: say(displacementLabels, value, language) }))}
          onValue={(value) => change({ displacement: value })}
        />
        <SelectField
          label={say(questionLabels, 'disability', language)}
          value={disability}
          options={disabilities.map((value) => ({ value, label: say(disabilityLabels, value, language) }))}
          onValue={(value) => change({ disability: value })}
        />
      </div>
    </>
  )
}
