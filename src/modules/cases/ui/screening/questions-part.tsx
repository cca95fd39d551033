/*
S3 to S7: the questions of a section as the form has them, one after the other. A question of the mine sets codes by itself and opens others; S6 begins
with whether the person wishes to speak of it at all, and no unit is ever named in S7.
*/
import { useState } from 'react'
import { SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import { type EvidenceOfAnswer, evidenceOfAnswer } from '../../domain/identification/answers.ts'
import { acts, armedRoles, c182Situations, means, miningWorks, purposes } from '../../domain/identification/facts.ts'
import { type FieldQuestionCode, fieldPartCodes, fieldQuestions } from '../../domain/identification/field-questions.ts'
import type { IndicatorCode } from '../../domain/identification/indicator-codes.ts'
import { type Labels, say } from '../../domain/label.ts'
import {
  actLabels,
  armedRoleLabels,
  c182Labels,
  evidenceLabels,
  meansLabels,
  miningWorkLabels,
  purposeLabels,
} from '../../domain/identification/labels-answers.ts'
import { isAskedIn, isSalongoAskedIn, overlayCountry } from '../../domain/identification/asked-in.ts'
import { fieldPartLabels, fieldQuestionLabels } from '../../domain/identification/labels-form.ts'
import { indicatorLabels } from '../../domain/identification/labels-indicators.ts'
import { type AskedQuestion, type FormQuestionCode, type Section, questionsOf } from '../../domain/identification/screening-form.ts'
import { useProvinces } from '../opening/harm-place-fields.tsx'
import { PlaceChoice } from '../signals/place-choice.tsx'
import { AnswerRow } from './answer-row.tsx'
import { DebtPart } from './debt-part.tsx'
import { gathered } from './draft-facts.ts'
import { ListRow } from './list-row.tsx'
import { MedicalTimers } from './medical-timers.tsx'
import type { PartProps } from './part-props.ts'
import { questionLabel } from './question-labels.ts'
import { SalongoPart } from './salongo-part.tsx'
import { type How, toggled, withAnswer, withField, withIndicator, withListAnswer, withPart, withPicked } from './screening-draft.ts'
import { codedListLabels, codedLists } from './screening-lists.ts'

interface SectionProps extends PartProps {
  readonly section: Section
}
export function QuestionsPart(props: SectionProps) {
  const { t, language } = useWords()
  const { draft, change, section, version, worker } = props
  const [evidence, setEvidence] = useState<EvidenceOfAnswer>('SELF')
  const how: How = { evidence, on: worker.today }
  if (section === 'S6' && draft.wishesS6 !== 'YES')
    return (
      <>
        <Note tone="calm">{t('interview.s6.explain')}</Note>
        <AnswerRow question={t('interview.s6.wishes')} value={draft.wishesS6} onValue={(wishesS6) => change({ wishesS6 })} />
      </>
    )
  return (
    <>
      <SelectField
        label={t('interview.evidence')}
        hint={t('interview.evidence.hint')}
        value={evidence}
        options={evidenceOfAnswer.map((value) => ({ value, label: say(evidenceLabels, value, language) }))}
        onValue={setEvidence}
      />
      {questionsOf(section, version).map((question) => (
        <Question key={question.code} {...props} question={question} how={how} />
      ))}
      <Opened {...props} how={how} />
    </>
  )
}

interface QuestionProps extends SectionProps {
  readonly question: AskedQuestion
  readonly how: How
}
function Question(props: QuestionProps) {
  const { language } = useWords()
  const { draft, change, question, version } = props
  const { code, kind, codes = [], overlays = [], worksheet } = question
  const provinces = useProvinces()
  const country = overlayCountry(
    draft.harmPlace.country,
    provinces.map((one) => one.id),
  )
  const asked = overlays.filter((one) => isAskedIn(one, country))
  // A question that only speaks of another country is not put at all.
  if ((overlays.length > 0 && asked.length === 0 && codes.length === 0) || (worksheet === 'salongo' && !isSalongoAskedIn(country)))
    return null
  const text = questionLabel(code, version)[language]
  return (
    <div>
      {kind === 'indicators' && <h3>{text}</h3>}
      {kind === 'answer' && overlays.length === 0 && (
        <AnswerRow
          question={text}
          value={draft.answers[code] ?? 'NOT_ASKED'}
          onValue={(answer) => change(withAnswer(draft, code, answer))}
        />
      )}
      {(kind === 'list' || kind === 'coded-place') && <Listed {...props} />}
      {asked.map((overlay) => (
        <Overlay key={overlay} {...props} overlay={overlay} />
      ))}
      {codes.map((one) => (
        <Indicator key={one} {...props} code={one} />
      ))}
      {code === 'task-and-mineral' && <PlaceOfWork {...props} />}
      {worksheet === 'debt' && <DebtPart {...props} />}
      {worksheet === 'salongo' && <SalongoPart {...props} />}
      {code === 'time-of-sexual-violence' && <TimeOfViolence {...props} />}
    </div>
  )
}

function Indicator({ draft, change, code, how }: PartProps & { readonly code: IndicatorCode; readonly how: How }) {
  const { language } = useWords()
  return (
    <AnswerRow
      question={say(indicatorLabels, code, language)}
      value={draft.indicators[code]?.answer ?? 'NOT_ASKED'}
      onValue={(answer) => change(withIndicator(draft, { code, answer, ...how }))}
    />
  )
}
function Overlay({ draft, change, overlay, how }: QuestionProps & { readonly overlay: FieldQuestionCode }) {
  const { language } = useWords()
  const given = draft.field[overlay]
  const parts = fieldPartCodes.filter((part) => fieldQuestions[overlay].parts[part] !== undefined)
  return (
    <>
      <AnswerRow
        question={say(fieldQuestionLabels, overlay, language)}
        value={given?.answer ?? 'NOT_ASKED'}
        onValue={(answer) => change(withField(draft, { question: overlay, answer, ...how }))}
      >
        {given?.answer === 'YES' && parts.length > 0 && (
          <div className="answers apart">
            {parts.map((part) => (
              <button
                key={part}
                type="button"
                aria-pressed={given.parts.includes(part)}
                onClick={() => change(withPart(draft, { question: overlay, part, is: !given.parts.includes(part) }))}
              >
                {say(fieldPartLabels, part, language)}
              </button>
            ))}
          </div>
        )}
      </AnswerRow>
    </>
  )
}

const lists: {
  readonly [code in FormQuestionCode]?: { readonly values: readonly string[]; readonly labels: Labels<string>; readonly asks: boolean }
} = {
  'recruited-or-moved': { values: acts, labels: actLabels, asks: true },
  purpose: { values: purposes, labels: purposeLabels, asks: true },
  'worst-forms': { values: c182Situations, labels: c182Labels, asks: true },
  'armed-role': { values: armedRoles, labels: armedRoleLabels, asks: true },
  'work-in-mining': { values: miningWorks, labels: miningWorkLabels, asks: true },
  origin: { values: codedLists.origin, labels: codedListLabels, asks: false },
  route: { values: codedLists.route, labels: codedListLabels, asks: false },
  'who-proposed-the-work': { values: codedLists['who-proposed-the-work'], labels: codedListLabels, asks: false },
  'task-and-mineral': { values: codedLists['task-and-mineral'], labels: codedListLabels, asks: false },
  'armed-period': { values: codedLists['armed-period'], labels: codedListLabels, asks: false },
}
function Listed({ draft, change, question: { code }, version }: QuestionProps) {
  const { t, language } = useWords()
  const list = lists[code]
  if (list === undefined) return null
  const given = draft.lists[code]
  return (
    <>
      <ListRow
        question={questionLabel(code, version)[language]}
        {...{ values: list.values, labels: list.labels, named: given?.which ?? [] }}
        onNamed={(value, is) => change(withPicked(draft, code, { value, is }))}
        {...(list.asks ? { answer: given?.answer ?? 'NOT_ASKED', onAnswer: (answer) => change(withListAnswer(draft, code, answer)) } : {})}
      />
      {code === 'recruited-or-moved' && given?.answer === 'YES' && (
        <ListRow
          question={t('interview.means')}
          {...{ values: means, labels: meansLabels, named: draft.means }}
          onNamed={(value, is) => change({ means: toggled(draft.means, value, is) })}
        />
      )}
    </>
  )
}

/** Indicators that a question of the mine or the test of communal work opened, and that this section does not ask anyway. */
function Opened(props: SectionProps & { readonly how: How }) {
  const { t } = useWords()
  const { draft, worker, section, version } = props
  const asked = questionsOf(section, version)
  const here = asked.flatMap((one) => one.codes ?? [])
  const isOpener = asked.some((one) => one.worksheet === 'salongo' || (one.overlays ?? []).includes('border-and-camp-jobs'))
  const open = isOpener ? (gathered(draft, worker)?.toAsk ?? []).filter((code) => !here.includes(code)) : []
  if (open.length === 0) return null
  return (
    <div>
      <h3>{t('interview.opened')}</h3>
      {open.map((code) => (
        <Indicator key={code} {...props} code={code} />
      ))}
    </div>
  )
}

/** Only a place: what is told of it later is told of many, and never of this person. */
function PlaceOfWork({ draft, change }: PartProps) {
  const { t } = useWords()
  return (
    <div className="stack">
      <h3>{t('interview.worked-at')}</h3>
      <p className="hint">{t('interview.worked-at.hint')}</p>
      <PlaceChoice value={draft.workedAt} onValue={(workedAt) => change({ workedAt })} />
    </div>
  )
}

function TimeOfViolence({ draft, change, now }: PartProps) {
  const { t } = useWords()
  if (draft.answers['time-of-sexual-violence'] !== 'YES') return null
  return (
    <div className="stack">
      <TextField
        label={t('interview.violence.at')}
        hint={t('interview.violence.at.hint')}
        type="datetime-local"
        value={draft.violenceAt}
        onValue={(violenceAt) => change({ violenceAt })}
      />
      <MedicalTimers draft={draft} now={now} />
    </div>
  )
}
