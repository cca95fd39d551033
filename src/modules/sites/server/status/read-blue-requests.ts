/* The blue requests of a tenant within the territory of who asks, those whose clock runs first. */
import { asId } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { outsideOf } from '../../domain/register/territory.ts'
import { type BlueRequests, blueStateOf } from '../../domain/status/blue-state.ts'
import { isKnown } from '../../domain/status/status-fact.ts'
import { sortFacts, standingRequests } from '../../domain/status/status.ts'
import { readLaw } from './law.ts'
import type { QueueWish } from './read-queues.ts'
import { factsBySite, standingsOf } from './standings.ts'

const order = ['clock', 'waiting', 'active', 'objected'] as const

export async function readBlueRequests(tx: Tx, tenant: string, { question, territory }: QueueWish): Promise<BlueRequests> {
  const facts = await factsBySite(tx, tenant)
  const law = await readLaw(tx, tenant)
  const requests = (await standingsOf(tx, tenant, question)).flatMap(({ row }) => {
    if (outsideOf(territory, { province: row.province_code, territoire: row.territoire_code }) !== null) return []
    const rules = law.rulebookOn(row.country, question.asOf, question.knownAt).book.values
    // What a withdrawal ended waits for nobody.
    return standingRequests(sortFacts(facts.get(row.id) ?? []), question).flatMap((fact) => {
      if (!isKnown(fact, question.knownAt)) return []
      const site = { site: asId('site', row.id), name: row.name, nationalId: row.national_id }
      return [
        {
          application: asId('blue-application', fact.application),
          ...site,
          filedAt: fact.recordedAt,
          ...blueStateOf(fact, question, rules),
        },
      ]
    })
  })
  return {
    asOf: question.asOf,
    requests: requests.toSorted(
      (a, b) => order.indexOf(a.state) - order.indexOf(b.state) || (a.activeOn ?? '9999').localeCompare(b.activeOn ?? '9999'),
    ),
  }
}
