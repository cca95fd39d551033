/* What the log keeps of a determination: steps, statuses, bodies, accounts. The grounds lie in the vault. */
import type { DomainEvent } from '../../../../kernel/decider.ts'
import { type Infer, calendarDate, exactly, id, listOf, oneOf, orNull, record, text } from '../../../../kernel/schema.ts'
import { AccountId, OrganisationId } from '../../../people/contract.ts'
import { SealedRef } from '../sealed-ref.ts'
import { adultRows, childRows } from './findings.ts'

export const AssessmentId = id('assessment')
/** HTCDS, `vic_TraffickingStatus` (V). */
export const TraffickingStatus = oneOf('PossibleVictimOfTrafficking', 'ActualVictimOfTrafficking', 'NotAVictimOfTrafficking')
export type TraffickingStatus = Infer<typeof TraffickingStatus>
/** HTCDS, `vic_TraffickingStatusDecisionMakingOrg` (V). */
export const DecidingBody = oneOf('Police', 'NGO', 'CourtOrProsecution', 'NonPoliceGovernmentalOrganization', 'Other')
export type DecidingBody = Infer<typeof DecidingBody>
/** A body has its record in this house, or at least a name of its own; never a person's. */
export const Decider = record({ type: DecidingBody, organisation: orNull(OrganisationId), name: orNull(text(120)) })
export type Decider = Infer<typeof Decider>

const sealed = orNull(SealedRef)
export const Screen = record({ assessment: AssessmentId })
export const Presume = record({ grounds: sealed })
export const Review = record({ status: oneOf('PossibleVictimOfTrafficking', 'NotAVictimOfTrafficking'), grounds: sealed })
export const Determine = record({ status: TraffickingStatus, decidedOn: calendarDate(), grounds: sealed })
export const NoteDetermination = record({ status: TraffickingStatus, decider: Decider, decidedOn: calendarDate(), document: SealedRef })

const pair = { status: TraffickingStatus, decider: Decider, decidedOn: calendarDate() } as const
export const determinationKinds = {
  'identification.screened.v1': record({
    assessment: AssessmentId,
    rows: listOf(oneOf(...adultRows, ...childRows), 5),
    instrument: text(40),
    instrumentSha256: text(64),
  }),
  'identification.presumed.v1': record({ ...pair, status: exactly('PossibleVictimOfTrafficking'), by: AccountId, grounds: sealed }),
  'identification.reviewed.v1': record({ ...pair, by: AccountId, grounds: sealed }),
  'identification.determined.v1': record({ ...pair, by: AccountId, grounds: sealed }),
  /** What a body outside decided, as its paper says. */
  'identification.determination-noted.v1': record({ ...pair, by: AccountId, document: SealedRef }),
} as const
type Kinds = typeof determinationKinds
export type DeterminationEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]
