/* What who protects data may do with a case: hold it, lift what another placed, answer broken glass. Nothing that works it. */
import { newId } from '../../../../app/api.ts'
import type { ProtectedCase } from '../../contract-protection.ts'
import { label } from '../../domain/label.ts'
import { type StepShape, optionsOf } from '../steps/step-shape.ts'

const place: StepShape = {
  ...{ key: 'place-hold', label: label('Poser une retenue', 'Place a hold') },
  fields: [
    {
      kind: 'select',
      name: 'ground',
      label: label('Pourquoi', 'Why'),
      options: optionsOf({
        investigation: label('Enquête', 'Investigation'),
        trial: label('Procès', 'Trial'),
        'complaint-about-us': label('Plainte contre nous', 'Complaint about us'),
        audit: label('Audit', 'Audit'),
      }),
    },
    { kind: 'date', name: 'until', label: label('Jusqu’au', 'Until') },
  ],
  command: (values) => ({ about: 'retention', ask: { step: 'place-hold', hold: newId(), until: null, ...values } }),
}
export const protectionSteps = ({ holds, glass }: Pick<ProtectedCase, 'holds' | 'glass'>): readonly StepShape[] => [
  place,
  ...holds.map(({ hold }): StepShape => ({
    ...{ key: `lift ${hold}`, label: label(`Lever la retenue ${hold.slice(-4)}`, `Lift hold ${hold.slice(-4)}`), fields: [] },
    command: () => ({ about: 'retention', ask: { step: 'lift-hold', hold } }),
  })),
  ...glass
    .filter((one) => one.state === 'asked')
    .flatMap(({ request }): readonly StepShape[] => [
      {
        ...{ key: `approve ${request}`, label: label('Approuver l’accès d’urgence', 'Approve emergency access'), fields: [] },
        command: () => ({ about: 'access', ask: { step: 'approve-break-glass', request } }),
      },
      {
        ...{ key: `decline ${request}`, label: label('Refuser l’accès d’urgence', 'Decline emergency access'), fields: [] },
        command: () => ({ about: 'access', ask: { step: 'decline-break-glass', request } }),
      },
    ]),
]
