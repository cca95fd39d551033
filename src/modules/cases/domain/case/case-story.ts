/* For tests: a case that is told command by command, each by somebody who may; what is refused stops the telling unless it is asked for. */
import { foldEvents } from '../../../../kernel/decider.ts'
import { type Id, asId } from '../../../../kernel/schema.ts'
import { firstAgeBands } from '../consent/age-bands.ts'
import { firstOverrideRule } from '../consent/consent.ts'
import type { Consent, ConsentItem } from '../consent/consent-words.ts'
import { type SafetyAnswers, firstSafetyRules } from '../clocks/risk.ts'
import { firstLostContactRule } from './closure.ts'
import type { CaseContext, CaseFile, CaseFileEvent } from './case-file.ts'
import { type CaseFileCommand, caseDecider } from './case.ts'
import type { PlanCommand } from './plan.ts'

export const idOf = <Kind extends string>(kind: Kind, number: number): Id<Kind> =>
  asId(kind, `01933b3c-0000-7000-8000-${String(number).padStart(12, '0')}`)
export const worker = idOf('account', 1)
export const supervisor = idOf('account', 2)
export const ours = idOf('organisation', 10)
export const shelter = idOf('organisation', 11)
export const clinic = idOf('organisation', 12)
export const START = '2026-11-22T09:00:00.000Z'
export const sealed = { vault: 'narrative', id: 'n1' } as const

const [adult, teenager, child] = [firstAgeBands[4], firstAgeBands[3], firstAgeBands[2]]
if (!adult || !teenager || !child) throw new Error('bands')
export const bands = { adult, teenager, child }
export const context: CaseContext = {
  ...{ by: worker, at: START, giving: { band: adult, isMature: true }, isChild: false, isTrained: true, maySupervise: false },
  ...{
    mayOverride: false,
    isUnderLegalHold: false,
    confirmWithinHours: firstOverrideRule.confirmWithinHours,
    organisation: ours,
    mayManageReferrals: false,
  },
  ...{
    isWorkerActive: true,
    isInShelter: false,
    isRetentionOver: false,
    graceHours: 24,
    newConflict: idOf('case-conflict', 90),
    rules: { safety: firstSafetyRules, lostContact: firstLostContactRule },
  },
}
export const calm: SafetyAnswers = {
  ...({ whereaboutsKnown: 'no', threatened: 'no', acuteMedical: 'no', childExploited: 'no', sexualViolence: 'no' } as const),
  ...({ witnessStatement: 'no', shelterExitForced: 'no', exploitationEnded: 'no', debtCollector: 'no' } as const),
  ...({ dependantsAtRisk: 'no', unstableHousing: 'no' } as const),
}
const item = (id: string, rest: Omit<ConsentItem, 'id' | 'answer'>, answer: ConsentItem['answer'] = 'yes'): ConsentItem => ({
  id,
  answer,
  ...rest,
})
export const items = {
  work: item('w1', { purpose: 'case-management', recipient: null, extent: 'full' }),
  toShelter: item('s1', { purpose: 'service-referral', recipient: shelter, service: 'safehouse', extent: 'minimum-for-service' }),
  toClinic: item('c1', { purpose: 'service-referral', recipient: clinic, service: 'medical', extent: 'minimum-for-service' }),
  toJustice: item('j1', { purpose: 'justice-report', recipient: clinic, extent: 'statement-only' }, 'no'),
  counted: item('n1', { purpose: 'non-identifiable-statistics', recipient: null, extent: 'aggregates' }, 'not-asked'),
}
export const consent = (given: readonly ConsentItem[], changes: Partial<Consent> = {}): Consent => ({
  ...{ consent: idOf('consent', 20), givenBy: 'self', assentOfChild: 'not-applicable', guardianAgrees: 'not-applicable', form: 'written' },
  ...{ language: 'sw', interpreterUsed: false, items: [...given], withheldFields: [], withheldFrom: [], validFrom: START, validTo: null },
  ...{ policyVersion: '1' },
  ...changes,
})

export type Told = readonly [CaseFileCommand, Partial<CaseContext>?]
/** Everything that happened; throws the first refusal. */
export function tell(lines: readonly Told[], before: readonly CaseFileEvent[] = []): readonly CaseFileEvent[] {
  return lines.reduce<readonly CaseFileEvent[]>((events, [command, changes]) => {
    const outcome = caseDecider.decide(foldEvents(caseDecider, events), command, { ...context, ...changes })
    if (!outcome.ok)
      throw new Error(`${command.about} ${command.ask.step}: ${outcome.refusal.code} ${JSON.stringify(outcome.refusal.facts)}`)
    return [...events, ...outcome.value]
  }, before)
}
export const stateOf = (events: readonly CaseFileEvent[]): CaseFile => foldEvents(caseDecider, events)
/** The code, or `null` when it was taken. */
export function refusalOf(events: readonly CaseFileEvent[], [command, changes]: Told): string | null {
  const outcome = caseDecider.decide(stateOf(events), command, { ...context, ...changes })
  return outcome.ok ? null : outcome.refusal.code
}

export const plan = idOf('case-plan', 30)
export const referral = idOf('referral', 40)
const asCase = (ask: Extract<CaseFileCommand, { about: 'case' }>['ask']): CaseFileCommand => ({ about: 'case', ask })
export const opening: readonly Told[] = [
  [asCase({ step: 'create', subject: 'K7-4QX2-9D', type: 'forced-labour', organisation: ours, source: 'site-visit' })],
  [
    asCase({
      step: 'register-minimum',
      isInterviewSafe: true,
      identity: { vault: 'identity', id: 'i1' },
      provinceCode: 'CD62',
      owner: worker,
    }),
  ],
  [asCase({ step: 'screen', screening: 's1', isComplete: true })],
]
export const givenConsent = (given: readonly ConsentItem[] = Object.values(items)): Told => [
  { about: 'consent', ask: { step: 'record', given: consent(given) } },
]
export const active: readonly Told[] = [...opening, givenConsent(), [asCase({ step: 'obtain-consent' })]]
export const assessed: readonly Told[] = [
  ...active,
  [{ about: 'assessment', ask: { step: 'rate-risk', answers: calm, edit: idOf('case-edit', 80), basedOn: null } }],
  [{ about: 'assessment', ask: { step: 'assess-vulnerability', factors: [] } }],
  [asCase({ step: 'submit-assessment' })],
]
export const written: Omit<Extract<PlanCommand, { step: 'write-plan' }>, 'plan'> = {
  step: 'write-plan',
  goals: [{ goal: 'g1', domain: 'Health', pillar: 'support-and-services', due: '2027-01-31' }],
  services: [{ service: 's1', type: 'medical', goal: 'g1', provider: clinic, dueAt: null }],
}
export const planned: readonly Told[] = [
  ...assessed,
  [{ about: 'plan', ask: { ...written, plan } }],
  [asCase({ step: 'request-approval', plan })],
]
export const underWay: readonly Told[] = [...planned, [asCase({ step: 'approve-plan', plan }), { by: supervisor, maySupervise: true }]]
export const drafted = (recipient = shelter, number = 40): Told => [
  {
    about: 'referral',
    ask: {
      ...({
        step: 'draft',
        referral: idOf('referral', number),
        recipient,
        servicePoint: null,
        urgency: 'high',
        channel: 'in-system',
      } as const),
      ...({ service: recipient === clinic ? 'medical' : 'safehouse', package: ['subject-code', 'age-band', 'gender'] } as const),
    },
  },
]
export const sentOn = (number = 40): Told => [
  { about: 'referral', ask: { step: 'send', referral: idOf('referral', number), respondBy: '2026-11-23T09:00:00.000Z' } },
]
export const answered = (step: 'acknowledge' | 'accept', number = 40, organisation = shelter): Told => [
  { about: 'referral', ask: { step, referral: idOf('referral', number) } },
  { organisation },
]
