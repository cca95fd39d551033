/* What is noted of a child who leaves an armed group: two days and two states, each a field of the file, so that two telephones do not lose one another. */
import { newId } from '../../../../app/api.ts'
import { type Label, label } from '../../domain/label.ts'
import { fieldLabels } from '../safety/safety-labels.ts'
import { type FieldShape, type StepShape, optionsOf } from '../steps/step-shape.ts'

const value = { name: 'value', label: label('Réponse', 'Answer') }
const day: FieldShape = { kind: 'date', name: 'value', label: label('Date', 'Date') }
const choose = (options: { readonly [code: string]: Label }): FieldShape => ({ ...value, kind: 'select', options: optionsOf(options) })
const SHAPES = {
  'release-ordered-on': day,
  'handed-over-on': day,
  'interim-care': choose({ arranged: label('Trouvé', 'Arranged'), 'not-arranged': label('Pas encore', 'Not yet') }),
  'family-tracing': choose({
    begun: label('Commencée', 'Begun'),
    'not-begun': label('Pas encore', 'Not yet'),
    'not-wished': label('L’enfant ne le souhaite pas', 'The child does not wish it'),
  }),
} as const
type ReleaseField = keyof typeof SHAPES
const names: readonly ReleaseField[] = ['release-ordered-on', 'handed-over-on', 'interim-care', 'family-tracing']

export const releaseSteps = (basedOn: (field: ReleaseField) => string | null): readonly StepShape[] =>
  names.map((field) => ({
    ...{ key: field, label: fieldLabels[field], fields: [SHAPES[field]] },
    command: (said) => ({
      about: 'field',
      ask: { step: 'set-field', edit: newId(), field, value: said['value'] ?? null, basedOn: basedOn(field) },
    }),
  }))
