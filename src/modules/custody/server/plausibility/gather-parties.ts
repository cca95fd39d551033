/* From rows to questions, for the rules about who deals: cards and approvals, and the balance of those who process and export. */
import { addDays } from '../../../../kernel/calendar.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { PartyFault } from '../../../operators/contract.ts'
import type { Candidate, Gather } from './candidate.ts'
import * as store from './store-scan-parties.ts'

/** How far back deals are looked at, and how many days of one organisation are asked about one by one (D). */
export const BACK_DAYS = 400
const MOST_DAYS = 200
const paperOf = (kind: string): string => (kind === 'miner-card' ? 'artisan-card' : kind === 'trader-card' ? kind : 'approval')
const endedAs = (fault: PartyFault): 'withdrawn' | 'reported-lost' | null =>
  fault === 'withdrawn' || fault === 'reported-lost' ? fault : null

/**
Deals on days on which the card or approval that is on record did not run; one question a card and month. Who has no card on record is not asked
about: the register may only be young.
*/
export const parties: Gather = async ({ tx, tenant, today, doors }) => {
  const door = doors.later.operators()
  if (door === null) return []
  const byOrganisation = Map.groupBy(await store.listDealDays(tx, tenant, addDays(today, -BACK_DAYS)), (row) => row.organisation)
  const found = new Map<string, Candidate & { readonly lots: string[] }>()
  for (const [organisation, days] of byOrganisation) {
    const asked = { organisation: asId('organisation', organisation) }
    const { needs, cards } = await door.partyOn(tx, tenant, { ...asked, on: today })
    const ran = (day: string): boolean =>
      cards.some(
        (card) =>
          card.kind === needs &&
          (card.state === 'valid' || card.state === 'expiring' || card.state === 'expired') &&
          (card.validFrom ?? '') <= day &&
          day <= (card.validUntil ?? '9999'),
      )
    if (needs === null || cards.every((card) => card.kind !== needs)) continue
    for (const { on, lots } of days.filter((one) => !ran(one.on)).slice(0, MOST_DAYS)) {
      const { fault, nearest } = await door.partyOn(tx, tenant, { ...asked, on })
      if (fault === null || nearest === null || nearest.validFrom === null) continue
      const key = `${nearest.id}|${fault}|${on.slice(0, 7)}`
      const known = found.get(key)
      if (known) known.lots.push(...lots.filter((lot) => !known.lots.includes(lot)))
      else {
        const ended = endedAs(fault)
        const inputs = {
          ...{ paper: paperOf(needs), number: nearest.number, on, validFrom: nearest.validFrom, validUntil: nearest.validUntil },
          ...{ zones: [], siteZone: null, isMember: null, ...(ended === null ? {} : { ended }) },
        }
        found.set(key, {
          rule: 'F29',
          key,
          inputs,
          site: null,
          period: on.slice(0, 7),
          mineral: null,
          lots: [...lots],
          parties: [organisation],
        })
      }
    }
  }
  return [...found.values()]
}

export const balances: Gather = async ({ tx, tenant }) =>
  (await store.listBalances(tx, tenant)).map(({ organisation, mineral, month, lots, ...grams }) => ({
    ...{ rule: 'F34', key: `${organisation}|${mineral}|${month}`, inputs: { organisation, period: month, ...grams } },
    ...{ site: null, period: month, mineral, lots, parties: [organisation] },
  }))
