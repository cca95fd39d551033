/* S2: what must be known to read the answers (age above all), as codes; names and ways to reach the person stand apart in the coffre. */
import { Choice } from '../../../../app/kit/choice.tsx'
import { Note, Source } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import { ageBasis } from '../../domain/identification/age.ts'
import { say } from '../../domain/label.ts'
import { ageBasisLabels } from '../../domain/identification/labels-answers.ts'
import { languageName } from '../languages.ts'
import { AgeFields, CodedFields } from '../person/coded-fields.tsx'
import { AnswerRow } from './answer-row.tsx'
import { CoffrePart, LongWords, ShortWords } from './coffre.tsx'
import type { PartProps } from './part-props.ts'
import { questionLabels } from './question-labels.ts'
import { ageOf } from './screening-draft.ts'
import { genderLabels, genders, spokenLanguages } from './screening-lists.ts'

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
      <CodedFields person={draft} change={change} languages={asked} />
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

// As drafts on telephones have them; three letters are made of them when the interview leaves.
const asked = { offered: spokenLanguages, name: languageName }
function AgePart({ draft, change }: PartProps) {
  const { language } = useWords()
  const known = ageOf(draft.age)
  return (
    <>
      <AgeFields age={draft.age} setAge={(age) => change({ age })} />
      {known !== null && <Source>{say(ageBasisLabels, ageBasis(known), language)}</Source>}
    </>
  )
}
