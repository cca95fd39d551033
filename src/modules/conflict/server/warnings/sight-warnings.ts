/*
Who sees which warning, decided here and nowhere on a screen. Who sorts, and who is cleared, sees those of the own territory; a body with which one was shared
sees that one, without what who sorts wrote for themselves; who sent one sees how far it is and what it is told; readers of categories get counts. A body with a part in it sees nothing of it, in no
list, in no count and under no address, but what it sent itself.
*/
import { foldEvents } from '../../../../kernel/decider.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { Dispatch } from '../../../../platform/http/dispatch.ts'
import type { IncidentsDoor } from '../../../incidents/contract.ts'
import { OrganisationId, type PeopleDoor, covers } from '../../../people/contract.ts'
import type { MobilityDoor } from '../../../mobility/contract.ts'
import type { PlacesDoor } from '../../../places/contract.ts'
import type { SitesDoor } from '../../../sites/contract.ts'
import { sees, tierOf } from '../../domain/tiers/tiers.ts'
import { type WarnedBody, isWarnedParty } from '../../domain/warnings/party.ts'
import { type Warning, warningDecider } from '../../domain/warnings/warning.ts'
import { WarningActs } from '../../domain/warnings/warning-events.ts'
import type { WarningRow } from './store-warnings.ts'

export interface WarningDoors {
  readonly places: PlacesDoor<Tx>
  readonly people: PeopleDoor<Tx>
  readonly sites: Pick<SitesDoor<Tx>, 'briefs'>
  readonly dispatch: Dispatch
  /** Points at which far more people pass than before. */
  readonly rushes: MobilityDoor<Tx>['alerts']
  /** Asked late: what a sentence says of the incident that stands already. */
  readonly incidents: () => Pick<IncidentsDoor<Tx>, 'numberOf'>
}
export type Asker = Pick<Who, 'organisation' | 'capabilities' | 'territory'> & { readonly account: string | null }
export interface WarningSight {
  readonly body: WarnedBody | null
  readonly asker: Asker
}
export async function warningSight(
  tx: Tx,
  { people }: Pick<WarningDoors, 'people'>,
  { tenant, asker }: { readonly tenant: string; readonly asker: Asker },
): Promise<WarningSight> {
  const { organisation } = asker
  const [found] = organisation === null ? [] : await people.organisations(tx, [mustParse(OrganisationId, organisation)], tenant)
  return { asker, body: found ? { id: found.id, kind: found.kind, area: found.area } : null }
}

export interface KnownWarning {
  readonly id: string
  readonly sentBy: string
  readonly warning: Warning
}
export function readWarning({ id, sentBy, acts }: WarningRow): readonly KnownWarning[] {
  const warning = foldEvents(warningDecider, mustParse(WarningActs, acts))
  return warning === null ? [] : [{ id, sentBy, warning }]
}

/** `sorts`: all of it; `cleared`: all but who warned and who is named; `responds`: of that, no word that was not written to share; `own`: state and feedback; `counted`: as a number alone. */
export type WarningView = 'sorts' | 'cleared' | 'responds' | 'own' | 'counted' | 'nothing'
export const isPartyTo = ({ body }: WarningSight, { received }: Warning): boolean => isWarnedParty(body, received)

export function viewOfWarning(sight: WarningSight, { warning, sentBy }: Pick<KnownWarning, 'warning' | 'sentBy'>): WarningView {
  const { asker, body } = sight
  const isOwn = asker.account !== null && sentBy === asker.account
  if (isPartyTo(sight, warning)) return isOwn ? 'own' : 'nothing'
  const isNear = covers(asker.territory, warning.received)
  if (asker.capabilities.has('conflict.triage') && isNear) return 'sorts'
  const tier = tierOf(asker.capabilities)
  if (sees(tier, 'cleared') && isNear) return 'cleared'
  if (body !== null && warning.responders.some((one) => one.organisation === body.id)) return 'responds'
  if (isOwn) return 'own'
  return sees(tier, 'committee') ? 'counted' : 'nothing'
}
