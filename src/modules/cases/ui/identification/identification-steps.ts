/* What may be said next about the identification, by how far it is and who looks. The words leave out what a bystander should not read. */
import type { DeterminationStep } from '../../domain/identification/determination.ts'
import type { TraffickingStatus } from '../../domain/identification/determination-words.ts'
import { type Label, type Labels, label } from '../../domain/label.ts'
import { bodyLabels } from '../../domain/identification/labels-answers.ts'
import { type FieldShape, type StepShape, optionsOf } from '../steps/step-shape.ts'

const words: Labels<TraffickingStatus> = {
  PossibleVictimOfTrafficking: label('Situation présumée', 'Presumed'),
  ActualVictimOfTrafficking: label('Situation confirmée', 'Confirmed'),
  NotAVictimOfTrafficking: label('Situation non retenue', 'Not retained'),
}
export const wordOf = (status: TraffickingStatus): Label => words[status]
export const stepLabels: Labels<DeterminationStep> = {
  SCREENED: label('Entretien fait', 'Interviewed'),
  PRESUMED: label('Présumée', 'Presumed'),
  REVIEWED: label('Relue par une deuxième personne', 'Reviewed by a second person'),
  DETERMINED: label('Déterminée', 'Determined'),
}
const grounds: FieldShape = {
  ...{ kind: 'sealed', name: 'grounds', vault: 'narrative', slot: 'reason', isOptional: true },
  label: label('Motifs, si vous voulez les écrire', 'Grounds, if you want to write them'),
}
const decidedOn: FieldShape = { kind: 'date', name: 'decidedOn', label: label('Décidé le', 'Decided on') }
const status = (codes: readonly TraffickingStatus[]): FieldShape => ({
  ...{ kind: 'select', name: 'status', label: label('Conclusion', 'Conclusion') },
  options: codes.map((value) => ({ value, label: words[value] })),
})
const shape = (type: string, name: Label, fields: readonly FieldShape[]): StepShape => ({
  ...{ key: type, label: name, fields },
  command: (values) => ({ about: 'identification', ask: { type, grounds: null, ...values } }),
})
const all: readonly TraffickingStatus[] = ['PossibleVictimOfTrafficking', 'ActualVictimOfTrafficking', 'NotAVictimOfTrafficking']

export interface StepsAsked {
  readonly step: DeterminationStep | null
  readonly isPresumer: boolean
  readonly mayReview: boolean
  /** Of the last interview; `null`: none. */
  readonly assessment: string | null
}
export function identificationSteps({ step, isPresumer, mayReview, assessment }: StepsAsked): readonly StepShape[] {
  const noted: StepShape = {
    ...{ key: 'note-determination', label: label('Noter la décision d’un autre organisme', 'Note the decision of another body') },
    fields: [
      status(all),
      { kind: 'select', name: 'body', label: label('Quel genre d’organisme', 'What kind of body'), options: optionsOf(bodyLabels) },
      { kind: 'text', name: 'name', label: label('Nom de l’organisme', 'Name of the body') },
      decidedOn,
      {
        kind: 'sealed',
        name: 'document',
        vault: 'narrative',
        slot: 'evidence',
        label: label('Ce que dit le document', 'What the paper says'),
      },
    ],
    command: ({ body, name, ...values }) => ({
      about: 'identification',
      ask: { type: 'note-determination', ...values, decider: { type: body, organisation: null, name: name ?? null } },
    }),
  }
  const interviewed: StepShape = {
    ...{ key: 'screen', label: label('Reprendre le constat de l’entretien', 'Take up the finding of the interview'), fields: [] },
    command: () => ({ about: 'identification', ask: { type: 'screen', assessment } }),
  }
  return [
    ...(step === null && assessment !== null ? [interviewed] : []),
    ...(step === 'SCREENED' ? [shape('presume', label('Présumer', 'Presume'), [grounds])] : []),
    ...(step === 'PRESUMED' && !isPresumer && mayReview
      ? [
          shape('review', label('Relire et conclure', 'Review and conclude'), [
            status(['PossibleVictimOfTrafficking', 'NotAVictimOfTrafficking']),
            grounds,
          ]),
        ]
      : []),
    ...((step === 'REVIEWED' || step === 'DETERMINED') && !isPresumer && mayReview
      ? [shape('determine', label('Déterminer au nom de mon organisme', 'Determine for my body'), [status(all), decidedOn, grounds])]
      : []),
    noted,
  ]
}
