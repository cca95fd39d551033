/* What a decision about an incident must know of its past, folded from its events; and what it must know of the world. */
import type { Infer } from '../../../kernel/schema.ts'
import type { AnnexRisk, Confidentiality, IncidentCategory, IncidentLevel, IncidentSeverity, IncidentState } from '../contract.ts'
import type { ActorOfIncident, Decided } from '../contract-report.ts'
import type { Body, Clearance } from './conflict.ts'
import type { IncidentEvent, KeptPlace, Party } from './incident-events.ts'
import type { IncidentRules } from './rulebook.ts'

export interface IncidentFile {
  readonly number: string
  readonly state: IncidentState
  readonly category: IncidentCategory
  readonly risks: readonly AnnexRisk[]
  readonly severity: IncidentSeverity
  readonly level: IncidentLevel
  readonly confidentiality: Confidentiality
  readonly place: KeptPlace
  readonly occurredOn: string | null
  readonly receivedOn: string
  readonly actors: readonly Infer<typeof ActorOfIncident>[]
  readonly parties: readonly Party[]
  readonly lots: readonly string[]
  /** Stopped by this incident and not freed since. */
  readonly held: readonly string[]
  readonly actions: ReadonlyMap<string, { readonly owner: string; readonly state: ActionState }>
  readonly decided: Decided | null
  readonly published: boolean
}
export type ActionState = 'open' | 'to-confirm' | 'done' | 'dropped'
export type MaybeFile = IncidentFile | null

export interface IncidentContext {
  readonly today: string
  readonly happenedOn: string
  readonly account: string
  readonly body: Body | null
  readonly clearance: Clearance & { readonly publish: boolean }
  /** Within the territory of who asks; a place that nobody knows is within none but everywhere. */
  readonly inTerritory: boolean
  readonly rules: IncidentRules
  /** Accounts that made these steps, as the tables have them: the day of a decision is worth something only if two persons made it. */
  readonly doneBy: { readonly concluded: string | null; readonly resolved: string | null; readonly held: readonly string[] }
  /** The day on which it was resolved or found unfounded. */
  readonly endedOn: string | null
  /** For a new one: its number, its place and the bodies concerned, looked up. */
  readonly fresh: {
    readonly number: string
    readonly place: KeptPlace
    readonly parties: readonly Party[]
    readonly lots: readonly string[]
  } | null
  /** For bodies and lots that the command names. */
  readonly named: {
    readonly parties: readonly Party[]
    readonly lots: readonly string[]
    readonly knownBodies: readonly string[]
  }
  /** How many sites the territoire has. */
  readonly sitesAround: number
  /** And its province. */
  readonly sitesInProvince: number
}

export function evolve(file: MaybeFile, event: IncidentEvent): MaybeFile {
  if (event.kind === 'incident.reported.v1') {
    const { photos: _photos, account: _account, source: _source, hit: _hit, ...kept } = event.payload
    return { ...kept, state: 'reported', held: [], actions: new Map(), decided: null, published: false }
  }
  return file && next(file, event)
}

function next(file: IncidentFile, event: Exclude<IncidentEvent, { kind: 'incident.reported.v1' }>): IncidentFile {
  switch (event.kind) {
    case 'incident.described.v1': {
      const { reason: _reason, ...said } = event.payload
      return { ...file, ...said }
    }
    case 'incident.taken-up.v1':
      return { ...file, state: 'triage' }
    case 'incident.verification-begun.v1':
      return { ...file, state: 'under-verification' }
    case 'incident.confirmed.v1':
      return { ...file, state: 'confirmed' }
    case 'incident.found-unfounded.v1':
      return { ...file, state: 'unfounded', decided: 'nothing-found' }
    case 'incident.action-agreed.v1':
      return {
        ...file,
        state: file.state === 'mitigating' ? 'mitigating' : 'actions-agreed',
        actions: new Map([...file.actions, [event.payload.action, { owner: event.payload.owner, state: 'open' }]]),
      }
    case 'incident.action-done.v1':
      return { ...file, state: 'mitigating', actions: ended(file, event.payload.action, event.payload.toConfirm ? 'to-confirm' : 'done') }
    case 'incident.action-checked.v1':
      return { ...file, actions: ended(file, event.payload.action, event.payload.as === 'done' ? 'done' : 'open') }
    case 'incident.action-dropped.v1':
      return { ...file, actions: ended(file, event.payload.action, 'dropped') }
    case 'incident.lots-concerned.v1':
      return {
        ...file,
        lots: [...new Set([...file.lots, ...event.payload.lots])],
        parties: [...file.parties, ...event.payload.parties],
      }
    case 'incident.lots-held.v1':
      return { ...file, held: [...new Set([...file.held, ...event.payload.lots])] }
    case 'incident.lots-freed.v1':
      return { ...file, held: file.held.filter((lot) => !event.payload.lots.some((one) => one === lot)) }
    case 'incident.escalated.v1':
      return { ...file, level: event.payload.to }
    case 'incident.resolved.v1':
      return { ...file, state: 'resolved', decided: event.payload.decided }
    case 'incident.closed.v1':
      return { ...file, state: 'closed' }
    case 'incident.reopened.v1':
      return { ...file, state: 'reopened', number: event.payload.number, decided: null }
    case 'incident.outcome-published.v1':
      return { ...file, published: true }
    case 'incident.outcome-withdrawn.v1':
      return { ...file, published: false }
  }
}
const ended = (file: IncidentFile, action: string, state: ActionState): IncidentFile['actions'] =>
  new Map([...file.actions].map(([id, one]) => (id === action ? [id, { ...one, state }] : [id, one])))
