/* Which steps of the best-interests procedure are possible now, and what each asks; the panel is three persons who vote, and never the caseworker. */
import { stepsFrom } from '../../domain/machine.ts'
import { type BestInterests, bestInterestsMachine } from '../../domain/children/best-interests.ts'
import type { BestInterestsCommand } from '../../domain/children/best-interests-words.ts'
import { bestInterestsStepLabels, bidOptionLabels, disciplineLabels, triggerLabels } from '../../domain/children/children-labels.ts'
import { label } from '../../domain/label.ts'
import { type FieldShape, type OptionShape, type StepShape, type Values, optionsOf } from '../steps/step-shape.ts'

const on: FieldShape = { kind: 'date', name: 'on', label: label('Date', 'Date') }
const MEMBERS = [1, 2, 3] as const
const memberFields = (people: readonly OptionShape[]): readonly FieldShape[] =>
  MEMBERS.flatMap((n): readonly FieldShape[] => [
    { kind: 'select', name: `member${n}`, label: label(`Membre ${n} du panel`, `Member ${n} of the panel`), options: people },
    {
      kind: 'select',
      name: `discipline${n}`,
      label: label(`Discipline du membre ${n}`, `Discipline of member ${n}`),
      options: optionsOf(disciplineLabels),
    },
  ])

function fieldsOf(step: BestInterestsCommand['step'], people: readonly OptionShape[]): readonly FieldShape[] {
  switch (step) {
    case 'complete-assessment':
      return [
        {
          kind: 'select',
          name: 'form',
          label: label('Formulaire', 'Form'),
          options: optionsOf({ short: label('Court', 'Short'), comprehensive: label('Complet', 'Comprehensive') }),
        },
        {
          kind: 'checks',
          name: 'triggers',
          label: label('Ce qui rend une détermination obligatoire', 'What makes a determination mandatory'),
          options: optionsOf(triggerLabels),
        },
        { kind: 'sealed', name: 'assessment', vault: 'narrative', slot: 'note', label: label('L’évaluation', 'The assessment') },
      ]
    case 'schedule-panel':
      return [
        on,
        ...memberFields(people),
        {
          kind: 'check',
          name: 'isUndertakingSigned',
          label: label(
            'Chaque membre a signé l’engagement de confidentialité',
            'Each member has signed the undertaking of confidentiality',
          ),
        },
      ]
    case 'decide':
      return [
        on,
        { kind: 'select', name: 'option', label: label('Option retenue (D)', 'Option chosen (D)'), options: optionsOf(bidOptionLabels) },
        { kind: 'check', name: 'areChildViewsHeard', label: label('L’enfant a été entendu', 'The child was heard') },
        { kind: 'sealed', name: 'reasons', vault: 'narrative', slot: 'reason', label: label('Motifs', 'Reasons') },
      ]
    case 'implement':
      return [on, { kind: 'date', name: 'reviewOn', label: label('À revoir le (dans l’année)', 'To be reviewed on (within the year)') }]
    default:
      return []
  }
}

export interface ProcedureAsked {
  readonly state: BestInterests
  readonly thing: string
  readonly subject: string
  readonly caseworker: string
  readonly me: string
  readonly people: readonly OptionShape[]
}
export function bestInterestsSteps({ state, thing, subject, caseworker, me, people }: ProcedureAsked): readonly StepShape[] {
  // What the panel decided, and that none is needed, is noted by another than who presented or assessed the child.
  const isPresenter = state.caseworker === me || state.assessedBy === me
  const possible = stepsFrom(bestInterestsMachine, state.state).filter(
    (step) => step !== 'fall-due' && !(isPresenter && (step === 'decide' || step === 'need-no-determination')),
  )
  return possible.map((step) => ({
    ...{ key: step, label: bestInterestsStepLabels[step], fields: fieldsOf(step, people) },
    command: (values) => ({
      ...{ about: 'best-interests', thing },
      ask: {
        step,
        ...asked(step, values, { subject, caseworker, voters: state.panel.filter((one) => one.isVoting).map((one) => one.account) }),
      },
    }),
  }))
}
interface Known {
  readonly subject: string
  readonly caseworker: string
  readonly voters: readonly string[]
}
function asked(step: BestInterestsCommand['step'], values: Values, { subject, caseworker, voters }: Known): object {
  if (step === 'open') return { subject, caseworker }
  if (step === 'decide') return { ...values, voters }
  if (step !== 'schedule-panel') return values
  const isUndertakingSigned = values['isUndertakingSigned'] === true
  const members = MEMBERS.map((n) => ({
    ...{ account: values[`member${n}`], discipline: values[`discipline${n}`], isUndertakingSigned, isVoting: true },
  }))
  return { on: values['on'], members }
}
