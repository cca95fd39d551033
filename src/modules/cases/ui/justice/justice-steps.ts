/* Which steps a complaint can take now, and what each asks. The table of the domain says which; here stand only the fields. */
import type { JusticeCommand, JusticeTrack } from '../../domain/justice/justice-track.ts'
import { justiceMachine } from '../../domain/justice/justice-track.ts'
import { jurisdictionLabels, justiceStepLabels, qualifiedLabels, verdictLabels } from '../../domain/justice/justice-labels.ts'
import { stepsFrom } from '../../domain/machine.ts'
import { label } from '../../domain/label.ts'
import { type FieldShape, type OptionShape, type StepShape, optionsOf } from '../steps/step-shape.ts'

const on: FieldShape = { kind: 'date', name: 'on', label: label('Date', 'Date') }
const offence: readonly FieldShape[] = [
  {
    kind: 'select',
    name: 'qualifiedAs',
    label: label('Qualifié de (toujours demandé)', 'Qualified as (always asked)'),
    options: optionsOf(qualifiedLabels),
  },
  { kind: 'text', name: 'legalBasis', label: label('Article, si connu', 'Legal provision, if known') },
]
const verdict: FieldShape = { kind: 'select', name: 'verdict', label: label('Décision', 'Decision'), options: optionsOf(verdictLabels) }
const reasons = optionsOf({
  'no-evidence': label('Preuves insuffisantes', 'Not enough evidence'),
  'not-identified': label('Auteur non identifié', 'Nobody identified'),
  settled: label('Arrangement', 'Settled'),
  withdrawn: label('Plainte retirée', 'Complaint withdrawn'),
  other: label('Autre', 'Other'),
})
const sides = optionsOf({
  defence: label('La défense', 'The defence'),
  prosecution: label('Le parquet', 'The prosecution'),
  victim: label('La partie civile', 'The civil party'),
})
const fields = (bodies: readonly OptionShape[]): { readonly [Step in JusticeCommand['step']]: readonly FieldShape[] } => ({
  'wish-no-action': [],
  'file-complaint': [
    on,
    { kind: 'select', name: 'towards', label: label('Organisme saisi', 'Body it goes to'), options: bodies },
    { kind: 'select', name: 'jurisdiction', label: label('Juridiction', 'Jurisdiction'), options: optionsOf(jurisdictionLabels) },
    {
      kind: 'select',
      name: 'filedFor',
      label: label('Déposée pour', 'Filed for'),
      options: optionsOf({ victim: label('la personne', 'the person'), authority: label('l’autorité', 'the authority') }),
    },
    {
      kind: 'check',
      name: 'isVictimParticipating',
      label: label('La personne participe à la procédure', 'The person takes part in the proceedings'),
    },
  ],
  'open-investigation': [
    on,
    { kind: 'check', name: 'isOfficialInvolved', label: label('Un agent public est mis en cause', 'An official is implicated') },
  ],
  'close-no-further-action': [on, { kind: 'select', name: 'reason', label: label('Motif', 'Reason'), options: reasons }],
  'refer-to-prosecution': [on, ...offence],
  charge: [on, ...offence],
  'open-trial': [on],
  'give-verdict': [on, verdict, ...offence],
  sentence: [on, { kind: 'count', name: 'months', label: label('Mois', 'Months') }],
  appeal: [on, { kind: 'select', name: 'by', label: label('Par', 'By'), options: sides }],
  'become-final': [on, verdict],
  'confirm-final': [],
  'award-compensation': [
    on,
    { kind: 'count', name: 'amount', label: label('Montant', 'Amount') },
    {
      kind: 'select',
      name: 'currency',
      label: label('Monnaie', 'Currency'),
      options: ['CDF', 'USD', 'MNT'].map((value) => ({ value, label: label(value, value) })),
    },
  ],
  'pay-compensation': [on],
})

export interface TrackAsked {
  readonly track: JusticeTrack
  readonly thing: string
  readonly subject: string
  readonly bodies: readonly OptionShape[]
  /** The body that helps with the complaint, where it files it itself. */
  readonly legalAid?: string | null
}
export function justiceSteps({ track, thing, subject, bodies, legalAid = null }: TrackAsked): readonly StepShape[] {
  const asked = fields(bodies)
  const isToConfirm = track.finalOn !== null && track.keptFrom === null
  const possible = stepsFrom(justiceMachine, track.state).filter((step) => step !== 'confirm-final' || isToConfirm)
  return [...new Set(possible)].map((step) => ({
    ...{ key: step, label: justiceStepLabels[step], fields: asked[step] },
    command: (values) => ({ about: 'justice', thing, ask: { step, ...said(step, values, { subject, legalAid }) } }),
  }))
}
function said(
  step: JusticeCommand['step'],
  { towards: _towards, amount, ...values }: { readonly [name: string]: unknown },
  { subject, legalAid }: { readonly subject: string; readonly legalAid: string | null },
): object {
  if (step === 'wish-no-action') return { subject }
  if (step === 'file-complaint') return { ...values, subject, legalAid }
  return typeof amount === 'number' ? { ...values, amountCents: Math.round(amount * 100) } : values
}
export const hearingStep = (thing: string): StepShape => ({
  key: 'hearing',
  label: label('Noter une audience', 'Note a hearing'),
  fields: [on, { kind: 'check', name: 'needsPerson', label: label('La personne doit être présente', 'The person must be there') }],
  command: (values) => ({ about: 'hearing', thing, ask: values }),
})
