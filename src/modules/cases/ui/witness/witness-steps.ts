/* What can be done for a witness now, and what each step asks. */
import { stepsFrom } from '../../domain/machine.ts'
import { label } from '../../domain/label.ts'
import { measureMachine } from '../../domain/witness/witness.ts'
import { measureKindLabels, measureStepLabels } from '../../domain/witness/witness-labels.ts'
import type { MeasureState } from '../../domain/witness/witness-words.ts'
import { type FieldShape, type StepShape, optionsOf } from '../steps/step-shape.ts'

const scale = [1, 2, 3, 4, 5].map((n) => ({ value: String(n), label: label(String(n), String(n)) }))
const on: FieldShape = { kind: 'date', name: 'on', label: label('Date', 'Date') }
const endings = optionsOf({
  'threat-over': label('La menace est passée', 'The threat is over'),
  'own-wish': label('La personne le souhaite', 'The person wishes it'),
  replaced: label('Remplacée par une autre mesure', 'Replaced by another measure'),
  failed: label('Elle n’a pas protégé', 'It did not protect'),
})
const numbers = (values: { readonly [name: string]: unknown }, names: readonly string[]): object =>
  Object.fromEntries(names.map((name) => [name, Number(values[name])]))

export const openStep = (subject: string): StepShape => ({
  key: 'open',
  label: label('Ouvrir la protection', 'Open the protection'),
  fields: [
    { kind: 'sealed', name: 'identity', vault: 'witness', slot: 'witness', label: label('Qui est la personne', 'Who the person is') },
  ],
  command: (values) => ({ about: 'witness', ask: { step: 'open', subject, ...values } }),
})
export const threatStep: StepShape = {
  key: 'assess-threat',
  label: label('Évaluer la menace', 'Assess the threat'),
  fields: [
    { kind: 'select', name: 'capability', label: label('Capacité de nuire', 'Capability'), options: scale },
    { kind: 'select', name: 'intent', label: label('Intention', 'Intent'), options: scale },
    { kind: 'select', name: 'exposure', label: label('Exposition', 'Exposure'), options: scale },
    { kind: 'select', name: 'level', label: label('Niveau retenu par vous', 'Level that you hold'), options: scale },
    {
      kind: 'sealed',
      name: 'source',
      vault: 'witness',
      slot: 'witness',
      isOptional: true,
      label: label('D’où vient la menace, si vous le savez', 'Where the threat comes from, if you know'),
    },
    { kind: 'date', name: 'assessedOn', label: label('Évalué le', 'Assessed on') },
    { kind: 'checks', name: 'measures', label: label('Mesures à proposer', 'Measures to propose'), options: optionsOf(measureKindLabels) },
  ],
  command: (values) => ({
    about: 'witness',
    ask: { step: 'assess-threat', ...values, ...numbers(values, ['capability', 'intent', 'exposure', 'level']) },
  }),
}
export function measureSteps(measure: string, state: MeasureState | null): readonly StepShape[] {
  return stepsFrom(measureMachine, state).map((step) => ({
    key: step,
    label: measureStepLabels[step],
    fields:
      step === 'propose'
        ? [{ kind: 'select', name: 'kind', label: label('Mesure', 'Measure'), options: optionsOf(measureKindLabels) }]
        : step === 'end'
          ? [on, { kind: 'select', name: 'reason', label: label('Motif', 'Reason'), options: endings }]
          : step === 'put-in-place' || step === 'review'
            ? [on]
            : [],
    command: (values) => ({ about: 'measure', ask: { step, measure, ...values } }),
  }))
}
