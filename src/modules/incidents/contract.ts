/*
Incidents: what happened at a site, on a road, in a depot, who verifies it, which lots wait for the answer, what was agreed and what came
of it. Here stand the words that others may use and the door. Bodies are organisations and classes of actors, never persons; who reported
is never kept with the incident.
*/
import { type Id, type Infer, eitherOf, exactly, id, oneOf } from '../../kernel/schema.ts'
import type { LotId } from '../custody/contract.ts'
import type { OrganisationId } from '../people/contract.ts'
import type { SiteId } from '../sites/contract.ts'

export const IncidentId = id('incident')
export type IncidentId = Id<'incident'>

/** Annex II of the OECD guidance, as the program counts it; A1 and A2 stop, A3 to A6 are mitigated. */
export const AnnexRisk = oneOf('A1a', 'A1b', 'A1c', 'A1d', 'A1e', 'A2', 'A3', 'A4', 'A5', 'A6')
export type AnnexRisk = Infer<typeof AnnexRisk>

export const IncidentCategory = oneOf(
  'illegal-tax',
  'armed-presence',
  'child-labour',
  'forced-labour',
  'violence',
  'sexual-violence',
  'tag-misuse',
  'fraud',
  'untagged-mineral',
  'missing-record',
  'accident',
  'environment',
  'corruption',
  'roadblock',
  'other',
)
export type IncidentCategory = Infer<typeof IncidentCategory>

/** 1: a risk that stops; 2: a risk that is mitigated; 3: anything else (our proposal). */
export const IncidentSeverity = eitherOf(exactly(1), exactly(2), exactly(3))
export type IncidentSeverity = Infer<typeof IncidentSeverity>

export const IncidentState = oneOf(
  'reported',
  'triage',
  'under-verification',
  'confirmed',
  'unfounded',
  'actions-agreed',
  'mitigating',
  'resolved',
  'closed',
  'reopened',
)
export type IncidentState = Infer<typeof IncidentState>
/** Who has it: the local, territorial or provincial committee, or the ministry. */
export const IncidentLevel = oneOf('local', 'territorial', 'provincial', 'ministry')
export type IncidentLevel = Infer<typeof IncidentLevel>

export const Confidentiality = oneOf('public', 'members', 'restricted', 'protection')
export type Confidentiality = Infer<typeof Confidentiality>

/** What a decision about a lot, a site or a party may know of an incident: no story, no place finer than the site. */
export interface IncidentBrief {
  readonly id: IncidentId
  /** `SK-2022-0002-1` */
  readonly number: string
  readonly category: IncidentCategory
  readonly risks: readonly AnnexRisk[]
  readonly severity: IncidentSeverity
  readonly state: IncidentState
  /** Neither `unfounded`, `resolved` nor `closed`. */
  readonly open: boolean
  readonly occurredOn: string | null
  readonly reportedOn: string
  /** Verified by somebody who may. */
  readonly confirmed: boolean
  /** Only of a `public` one may number and category be shown to whoever may be named in it; of the others say that something is open, no more. */
  readonly confidentiality?: Confidentiality
  /** What of the question it touches; a road by its name as reported. */
  readonly touches: {
    readonly lots: readonly LotId[]
    readonly sites: readonly SiteId[]
    readonly organisations: readonly OrganisationId[]
    readonly places: readonly string[]
  }
}

/** A file with a risk that stops, as what stands still by it must know it: confirmed, or with lots stopped on reasonable suspicion. */
export interface StoppingIncident {
  readonly incident: IncidentId
  readonly number: string
  /** Of the risks that were asked about. */
  readonly risks: readonly AnnexRisk[]
  readonly ground: 'confirmed' | 'reasonable-suspicion'
  readonly since: string
  readonly confidentiality: Confidentiality
  readonly site: SiteId | null
  /** Those that are named; who works the site or holds a lot is none of them. */
  readonly organisations: readonly OrganisationId[]
  readonly lots: readonly LotId[]
  /** Of a road, a roadblock, a selling point or a depot: its name as reported. */
  readonly place: string | null
}

export interface IncidentsDoor<Tx> {
  /**
   * Incidents that touch any of these and happened (or, where nobody knows when, were reported) from `from` to `until`, both included; as
   * known now. Those without a day of their own and those still open are given whatever their day.
   */
  readonly touching: (
    tx: Tx,
    tenant: string,
    asked: {
      readonly lots: readonly LotId[]
      readonly sites: readonly SiteId[]
      readonly organisations: readonly OrganisationId[]
      /** Names of roads and depots as the way of a lot has them. */
      readonly places: readonly string[]
      readonly from: string
      readonly until: string
      /** Every file of those days, whatever it touches: for an authority that writes of all of them. */
      readonly everything?: true
    },
  ) => Promise<readonly IncidentBrief[]>
  /** Files with any of these risks by which something stands still on a day: until found unfounded or closed, not before. */
  readonly stopping: (
    tx: Tx,
    tenant: string,
    asked: {
      readonly risks: readonly AnnexRisk[]
      readonly about:
        | 'everything'
        | {
            readonly sites: readonly SiteId[]
            readonly organisations: readonly OrganisationId[]
            readonly places: readonly string[]
          }
      readonly on: string
    },
  ) => Promise<readonly StoppingIncident[]>
  /**
   * Those of the incidents that a person sees in full: by confidentiality, territory, and because the own body is no party. Ask it before
   * anything of `touching` is shown to somebody.
   */
  readonly visibleTo: (
    tx: Tx,
    tenant: string,
    asked: {
      readonly incidents: readonly IncidentId[]
      readonly who: {
        readonly organisation: string | null
        readonly capabilities: ReadonlySet<string>
        readonly territory: 'everywhere' | readonly string[]
      }
    },
  ) => Promise<ReadonlySet<string>>
  /** Those of the incidents to which the body is a party, by name or as one of its kind: it is told nothing by which it would learn of the file. */
  readonly concerning: (
    tx: Tx,
    tenant: string,
    asked: { readonly incidents: readonly IncidentId[]; readonly organisation: string | null },
  ) => Promise<ReadonlySet<string>>
  /**
   * What may be told to somebody who reported without a name: a stage and, once published, the sentence that everybody reads. `null` where
   * no such incident is. Never a body, a place, a number.
   */
  readonly outcomeOf: (tx: Tx, tenant: string, incident: IncidentId) => Promise<IncidentOutcome | null>
  /** For who sorts the warning that an incident was opened from; `null` where no such incident is. */
  readonly numberOf: (tx: Tx, tenant: string, incident: IncidentId) => Promise<string | null>
  /** What keeps a lot in quarantine, as somebody of this organisation is told who wants to free it: an incident that is not over, or one
   * to which the organisation is a party. The number of a public one alone: any other does not exist to a party. */
  readonly holding: (
    tx: Tx,
    tenant: string,
    asked: { readonly lot: string; readonly organisation: string | null },
  ) => Promise<{ readonly number: string | null } | null>
}

/** Words that give nothing away. `resolved`: carried out, and not closed yet. */
export const OutcomeStage = oneOf('received', 'being-verified', 'action-taken', 'resolved', 'closed')
export type OutcomeStage = Infer<typeof OutcomeStage>
export interface IncidentOutcome {
  readonly stage: OutcomeStage
  /** The sentence of the public page in its languages; `null` while nothing is published. */
  readonly published: { readonly fr: string; readonly en: string; readonly sw: string; readonly ln: string } | null
  /** From when on something may be public; `null` while it is not over, of what is public already, and of what never will be. */
  readonly publicFrom: string | null
}

/** A file that is open, and which level has it: for the agenda of a committee. */
export interface IncidentAtLevel {
  readonly id: IncidentId
  readonly level: IncidentLevel
  readonly since: string
  readonly provinceCode: string | null
  readonly territoireCode: string | null
  /** Of a public one; of the others only that there is one may be said, and not to a party (see `concerning`). */
  readonly number: string | null
}
/** Restricted ones and those of protection are never among them. */
export type IncidentsAtLevelsOf<Tx> = (tx: Tx, tenant: string) => Promise<readonly IncidentAtLevel[]>
