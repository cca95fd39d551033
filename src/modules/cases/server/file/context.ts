/*
What a decision about a case must know of who asks: standing, function, body. A body speaks in the words of the data standard when it says who
somebody is; which kind of body counts as which stands here and nowhere else.
*/
import { asId } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { Moment } from '../../../../platform/log/aggregate.ts'
import type { OrganisationId, OrganisationKind } from '../../../people/contract.ts'
import { type Standing, standingOf } from '../../domain/access/standing.ts'
import { consentFor } from '../../domain/consent/gate.ts'
import { gateOf } from '../../domain/consent/release.ts'
import { type FileContext, caseContextOf } from '../../domain/file/file-context.ts'
import type { CaseWhole } from '../../domain/file/file-state.ts'
import { liaisonFor } from '../../domain/justice/liaison.ts'
import type { DecidingBody } from '../../domain/identification/determination-words.ts'
import type { CaseDoors } from './doors.ts'

const decidesAs: { readonly [Kind in OrganisationKind]?: DecidingBody } = {
  ...{ 'mines-police': 'Police', prosecution: 'CourtOrProsecution', 'anti-trafficking-agency': 'NonPoliceGovernmentalOrganization' },
  ...{ ministry: 'NonPoliceGovernmentalOrganization', 'provincial-division': 'NonPoliceGovernmentalOrganization' },
  ...{ 'protection-ngo': 'NGO', ngo: 'NGO', 'civil-society': 'NGO', shelter: 'NGO', 'legal-aid': 'NGO' },
}
export const organisationOf = (who: Who): OrganisationId | null =>
  who.organisation === null ? null : asId('organisation', who.organisation)

/** What ran out counts for its days of grace yet. */
export const trainingCounts = (state: string | undefined): boolean => state === 'valid' || state === 'run-out'

export interface ForContext {
  readonly doors: CaseDoors
  readonly who: Who
  readonly standing?: Standing
  readonly towards: OrganisationId | null
  readonly isInShelter: boolean
  readonly wraps: FileContext['wraps']
  readonly keyHolders: FileContext['keyHolders']
  readonly custodians: FileContext['custodians']
}
export async function contextFor(
  tx: Tx,
  whole: CaseWhole,
  { asked, moment }: { readonly asked: ForContext; readonly moment: Moment },
): Promise<FileContext> {
  const { doors, who, towards, isInShelter, wraps, keyHolders, custodians } = asked
  const organisation = organisationOf(who)
  const [body] = organisation === null ? [] : await doors.people.organisations(tx, [organisation], who.tenant)
  const { rules } = await doors.rules.at(tx, who.tenant, moment.now)(whole.file.organisation ?? organisation)
  const can = (capability: string): boolean => who.capabilities.has(capability)
  const trained = await doors.training.statesOf(tx, who.tenant, { account: who.account, today: moment.today })
  const context: FileContext = {
    standing: asked.standing ?? standingOf(whole, { account: who.account, organisation, may: can, now: moment.now }),
    ...{ by: asId('account', who.account), organisation, today: moment.today, at: moment.now, wraps, keyHolders, custodians },
    toldAt: moment.happenedAt < moment.now ? moment.happenedAt : moment.now,
    maySupervise: can('cases.supervise'),
    mayProtectData: can('cases.protect-data'),
    mayOverride: can('cases.supervise') || can('cases.protect-data'),
    mayManageReferrals: can('cases.supervise'),
    mayNameReaders: can('cases.supervise') || can('cases.justice'),
    // Who only sends has no training noted here; of others one that ran out for good refuses, none at all is warned of where trainings are noted (D).
    isTrained: (can('cases.work') || can('cases.signal')) && trained.get('IDENTIFICATION') !== 'over',
    isTrainedForChildren: trainingCounts(trained.get('CHILD_PROTECTION')),
    isWorkerActive: true,
    isOnCommittee: can('cases.supervise'),
    isInShelter,
    qualifiedToReview: can('cases.supervise') || can('cases.determine'),
    decider: { type: (body && decidesAs[body.kind]) ?? 'Other', organisation, name: body ? null : 'Chanzo' },
    ...{ rules, competent: rules.identifying.bodies },
    justiceBody: towards,
    newConflict: asId('case-conflict', moment.newId()),
  }
  if (context.standing !== 'recipient') return context
  if (can('cases.determine') && mayIdentify(whole, context)) return { ...context, standing: 'determiner' }
  const isFollowing = can('cases.justice') && liaisonFor(whole, { organisation, at: moment.now, bands: rules.ageBands }).ok
  // Whom a complaint goes to is said by the team; who follows it speaks for the own body alone.
  return isFollowing ? { ...context, standing: 'liaison', justiceBody: organisation } : context
}
/** The person said yes to being identified by exactly this body; without it the body answers the referral and no more. */
function mayIdentify(whole: CaseWhole, context: FileContext): boolean {
  const gate = gateOf({ consents: whole.file.consents, giving: caseContextOf(whole, context).giving, at: context.at })
  const { organisation: recipient } = context
  return consentFor(gate, { purpose: 'authority-identification', recipient, service: null, fields: ['nrm-form'] }).ok
}
