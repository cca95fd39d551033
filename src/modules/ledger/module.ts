/*
The public ledger as the program sees it: routes, projection, the signing of heads, and the door through which modules print a head and a proof. It
is given what other modules publish and knows none of them.
*/
import type { Tx } from '../../platform/database/transaction.ts'
import type { ServerModule } from '../../platform/http/server-module.ts'
import type { LedgerDoor } from './contract.ts'
import { type HeadSigner, type LedgerParts, headSigner } from './server/head-signer.ts'
import { ledgerPages } from './server/http-pages.ts'
import { tileRoutes } from './server/http-tiles.ts'
import { ledgerAggregate, ledgerProjection } from './server/projection.ts'
import { askWitnesses, witnessRoutes } from './server/witness.ts'
import { type TileMemory, headOf, proofOf } from './server/read.ts'

export interface LedgerModule extends ServerModule {
  readonly door: LedgerDoor<Tx>
  readonly signer: HeadSigner
  readonly askWitnesses: () => ReturnType<typeof askWitnesses>
}

export function createLedgerModule(parts: LedgerParts): LedgerModule {
  const signer = headSigner(parts)
  const memory: TileMemory = new Map()
  return {
    name: 'ledger',
    routes: [...tileRoutes(parts, signer), ...ledgerPages(parts, signer, memory), ...witnessRoutes(parts)],
    projections: [ledgerProjection(parts.publishers)],
    aggregates: [ledgerAggregate],
    signer,
    askWitnesses: () => askWitnesses(parts),
    door: {
      head: headOf,
      proofOf: (tx, tenant, asked) => proofOf(tx, tenant, { asked, memory }),
    },
  }
}
