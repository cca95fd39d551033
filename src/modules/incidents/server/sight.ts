/*
Who is asking, as far as the sight of incidents goes: the body, what it may, and where. Found out once per request; domain/conflict.ts decides
by it, and store-sight.ts says the same in the words of the database.
*/
import { mustParse } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { OrganisationId } from '../../people/contract.ts'
import type { Body, Clearance } from '../domain/conflict.ts'
import type { IncidentDoors } from './doors.ts'

export interface Watcher {
  readonly organisation?: string | null
  readonly capabilities: ReadonlySet<string>
  readonly territory: 'everywhere' | readonly string[]
}
export interface Sight {
  readonly body: Body | null
  readonly clearance: Clearance & { readonly publish: boolean; readonly exact: boolean }
  readonly territory: 'everywhere' | readonly string[]
}

export async function sightOf(
  tx: Tx,
  { tenant, doors }: { readonly tenant: string; readonly doors: Pick<IncidentDoors, 'people'> },
  who: Watcher,
): Promise<Sight> {
  const { organisation = null, capabilities, territory } = who
  const found = organisation === null ? [] : await doors.people.organisations(tx, [mustParse(OrganisationId, organisation)], tenant)
  return {
    body: found[0] ? { id: found[0].id, kind: found[0].kind, area: found[0].area } : null,
    territory,
    clearance: {
      ...{ read: capabilities.has('incidents.read'), handle: capabilities.has('incidents.handle') },
      ...{ protect: capabilities.has('incidents.protect'), publish: capabilities.has('incidents.publish') },
      exact: capabilities.has('sites.exact-position'),
    },
  }
}
