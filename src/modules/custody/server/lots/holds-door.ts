/*
The door of incidents. A lot that stands already, or whose record was a mistake, stays as it is: the file keeps it from being freed. Freeing
is refused to who stopped it, whichever way it was stopped.
*/
import type { Outcome } from '../../../../kernel/outcome.ts'
import { asId, mustParse } from '../../../../kernel/schema.ts'
import type { Receipt } from '../../../../platform/log/receipt.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { Mineral } from '../../../sites/contract.ts'
import { LotState } from '../../contract.ts'
import { HeldReason, type HeldLotsOf } from '../../contract-held.ts'
import type { HoldsDoor, LotToHold } from '../../contract-holds.ts'
import { toldHeld } from '../../domain/lots/held.ts'
import type { CustodyDoors } from '../doors.ts'
import { lotFacts } from './facts.ts'
import { type AboutLot, type Asked, lotAggregate } from './lot-commands.ts'
import { sightOf } from './sight.ts'
import { listSeenAmong } from './store-sight.ts'
import { type HoldRow, listHeldGroups, listLotsAround, listLotsToHold, listWorkersOf } from './store-holds.ts'

export type HoldAsked = Omit<Asked, 'door'> & { readonly door: Pick<Asked['door'], 'execute'> }
export type CustodyHolds = HoldsDoor<Tx, HoldAsked, Receipt>

const lotOf = (row: HoldRow): LotToHold => ({
  ...{ lot: asId('lot', row.id), number: row.number, state: mustParse(LotState, row.state), formedOn: row.formedOn, because: row.because },
  ...{ holder: asId('organisation', row.holder), sites: row.sites.map((site) => asId('site', site)) },
})

export function createHoldsDoor(doors: CustodyDoors): CustodyHolds {
  const act = (asked: HoldAsked, { lot, command }: AboutLot): Promise<Outcome<Receipt>> =>
    asked.door.execute({
      ...{ aggregate: lotAggregate, subject: lot, command, envelope: asked.envelope, who: asked.who },
      context: async (tx, _state, moment) => ({
        ...(await lotFacts({ tx, tenant: asked.tenant, doors, moment, territory: 'everywhere', oversees: true }, lot)),
        // The file gives the reach; whoever handles it may be of a body without any of its own.
        reach: 'territory' as const,
      }),
    })
  return {
    lots: async (tx, tenant, lots) => (lots.length === 0 ? [] : (await listLotsToHold(tx, tenant, lots)).map(lotOf)),
    around: async (tx, tenant, { who, ...asked }) => {
      const sight = who === null ? ({ of: 'everything' } as const) : await sightOf(tx, { tenant, doors }, who)
      return (await listLotsAround(tx, tenant, { ...asked, sight })).map(lotOf)
    },
    seen: async (tx, who, lots) => {
      if (lots.length === 0) return []
      const sight = await sightOf(tx, { tenant: who.tenant, doors }, who)
      return (await listSeenAmong(tx, who.tenant, lots, sight)).map((one) => asId('lot', one))
    },
    workersOf: async (tx, tenant, site) => (await listWorkersOf(tx, tenant, site)).map((one) => asId('organisation', one)),
    hold: (asked, lot, reason) => act(asked, { lot, command: { type: 'quarantine-lot', reason } }),
    free: (asked, lot, reason) => act(asked, { lot, command: { type: 'release-lot', reason } }),
  }
}

/** For committees: what stands still of their sites, as far as it may be told. */
export const heldLotsOf: HeldLotsOf<Tx> = async (tx, tenant, { sites }) => {
  if (sites.length === 0) return null
  const rows = await listHeldGroups(tx, tenant, sites)
  return toldHeld(
    rows.map(({ reason, mineral, ...row }) => ({ ...row, reason: mustParse(HeldReason, reason), mineral: mustParse(Mineral, mineral) })),
  )
}
