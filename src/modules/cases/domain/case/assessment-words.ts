/* What is done with a person along the way: assessed, reached or not, visited, looked at by a supervisor. Findings are codes; what was said is sealed. */
import type { DomainEvent } from '../../../../kernel/decider.ts'
import { type Infer, calendarDate, exactly, instant, maybe, oneOf, orNull, record, taggedBy, whole } from '../../../../kernel/schema.ts'
import { AccountId } from '../../../people/contract.ts'
import { RiskLevel } from '../clocks/clock-rulebook.ts'
import { SafetyAnswers } from '../clocks/risk.ts'
import { SealedRef } from '../sealed-ref.ts'
import { EditId } from './edit-conflict.ts'
import { VulnerabilityFactors } from './vulnerability.ts'

const channel = oneOf('phone', 'visit', 'go-between', 'other')
const contact = { step: exactly('make-contact'), channel }
const followUp = {
  ...{
    step: exactly('follow-up'),
    channel,
    wellbeing: maybe(whole().min(1, 'out-of-scale').max(5, 'out-of-scale')),
    note: maybe(SealedRef),
  },
}
const supervise = { step: exactly('supervise'), finding: oneOf('on-course', 'to-be-corrected'), note: maybe(SealedRef) }
/** Until that day the sealed identity may lie on the telephone of who answers for the case; `null`: no longer. */
const need = { step: exactly('need-in-field'), until: orNull(calendarDate()) }
const check = { step: exactly('check-after-closure'), outcome: oneOf('well', 'needs-help', 'not-reached') }
export const AssessmentCommand = taggedBy('step', [
  /** `basedOn`: the rating that its author had seen. */
  record({ step: exactly('rate-risk'), answers: SafetyAnswers, edit: EditId, basedOn: orNull(EditId) }),
  record({ step: exactly('assess-vulnerability'), factors: VulnerabilityFactors }),
  record({ step: exactly('try-contact'), channel }),
  record({ step: exactly('assign-owner'), owner: AccountId }),
  record(contact),
  record(followUp),
  record(supervise),
  record(check),
  record(need),
])
export type AssessmentCommand = Infer<typeof AssessmentCommand>

const stamp = { by: AccountId, at: instant() }
export const assessmentKinds = {
  'case-risk.rated.v1': record({ answers: SafetyAnswers, level: RiskLevel, ...stamp }),
  'case-vulnerability.assessed.v1': record({ factors: VulnerabilityFactors, ...stamp }),
  'case-contact.failed.v1': record({ channel, ...stamp }),
  'case-owner.assigned.v1': record({ owner: AccountId, ...stamp }),
  'case-contact.made.v1': record({ ...contact, ...stamp }),
  'case-followed-up.v1': record({ ...followUp, ...stamp }),
  'case-supervised.v1': record({ ...supervise, ...stamp }),
  'case-checked-after-closure.v1': record({ ...check, ...stamp }),
  'case-field-need.set.v1': record({ until: need.until, ...stamp }),
} as const
type Kinds = typeof assessmentKinds
export type AssessmentEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]
