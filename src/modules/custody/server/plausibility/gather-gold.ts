/* From rows to questions, for the rules about diggers and the gold of cooperatives. A digger is the number of a card here, never a name. */
import { addDays } from '../../../../kernel/calendar.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { Candidate, Gather } from './candidate.ts'
import { BACK_DAYS } from './gather-parties.ts'
import * as store from './store-scan-gold.ts'

/** Days on which people wash in a month, as in the ledger (D). */
const WORKING_DAYS = 24

/** Age and identity by the register of artisans, once a card and month; two sites on one day by the records themselves. */
export const diggers: Gather = async ({ tx, tenant, today, doors }) => {
  const from = addDays(today, -BACK_DAYS)
  const unknown = { bornOn: null, otherSite: null, sameAs: null }
  const found: Candidate[] = (await store.listDiggersAtTwoSites(tx, tenant, from)).map(({ card, on, site, otherSite, lots }) => ({
    ...{ rule: 'F30', key: `${card}|${on}|sites`, inputs: { digger: card, producedOn: on, ...unknown, otherSite } },
    ...{ site, period: on, mineral: 'Au', lots },
  }))
  const door = doors.later.operators()
  if (door === null) return found
  for (const { card, on, month, site, lots } of await store.listDiggers(tx, tenant, from)) {
    const digger = await door.diggerOn(tx, tenant, { cardNumber: card, on })
    if (digger === null) continue
    const inputs = {
      digger: card,
      producedOn: on,
      ...unknown,
      ageYears: digger.ageYears,
      sameAs: digger.sameIdentityAs.length > 0 ? card : null,
    }
    found.push({ rule: 'F30', key: `${card}|${month}`, inputs, site, period: month, mineral: 'Au', lots })
  }
  return found
}

/** Cards of diggers that did not run, and members of no or another cooperative than the one named. */
export const memberships: Gather = async ({ tx, tenant, today, doors }) => {
  const door = doors.later.operators()
  if (door === null) return []
  const found: Candidate[] = []
  for (const { card, on, month, site, cooperative, lots } of await store.listDiggers(tx, tenant, addDays(today, -BACK_DAYS))) {
    const digger = await door.diggerOn(tx, tenant, { cardNumber: card, on })
    if (digger === null) continue
    const [standing] = (await door.cardOn(tx, tenant, { number: card, on })).filter((one) => one.kind === 'miner-card')
    const dates = { validFrom: standing?.validFrom ?? null, validUntil: standing?.validUntil ?? null }
    const { cardState: state } = digger
    const ended = state === 'withdrawn' || state === 'reported-lost' ? { ended: state } : {}
    const about = { number: card, on, zones: [], siteZone: null }
    const [place, parties] = [{ site, period: month, mineral: 'Au', lots }, [cooperative]]
    const inputs = { paper: 'artisan-card', ...about, ...dates, ...ended, isMember: null }
    found.push({ rule: 'F29', key: `${card}|${month}`, inputs, ...place, parties })
    if (cooperative === null) continue
    const isMember = digger.member && asId('organisation', cooperative) === digger.cooperative
    const named = { paper: 'membership', ...about, validFrom: null, validUntil: null, isMember }
    found.push({ rule: 'F29', key: `${card}|${month}|${cooperative}`, inputs: named, ...place, parties })
  }
  return found
}

/** Diggers are the members on the register or the cards beside the gold, whichever are more; with neither nothing is said. */
export const cooperativeGold: Gather = async ({ tx, tenant, doors }) => {
  const door = doors.later.operators()
  const found: Candidate[] = []
  for (const { cooperative, from, to, milligrams, cards, lots } of await store.listCooperativeGold(tx, tenant)) {
    const members = door === null ? 0 : await door.membersOn(tx, tenant, { cooperative: asId('organisation', cooperative), on: to })
    const inputs = { organisation: cooperative, from, to, days: WORKING_DAYS, miners: Math.max(members, cards), milligrams }
    const key = `${cooperative}|${from}`
    found.push({ rule: 'F40', key, inputs, site: null, period: from.slice(0, 7), mineral: 'Au', lots, parties: [cooperative] })
  }
  return found
}
