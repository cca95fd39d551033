/* The basket fund as answers and public pages say it: by currency, never over currencies. */
import { foldEvents } from '../../../kernel/decider.ts'
import { mustParse } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { FundShown } from '../contract-fund.ts'
import { type Fund, fundDecider, pursesOf } from '../domain/fund.ts'
import { FundActs } from './acts.ts'
import { type Reader, keeps, namesOf } from './answers.ts'
import type { CoordinationDoors } from './doors.ts'
import { listRecords } from './store-coordination.ts'
import { readCommittees } from './world.ts'

export async function fundOf(tx: Tx, tenant: string, committee: string): Promise<Fund> {
  const [row] = await listRecords(tx, tenant, { of: 'fund', id: committee })
  return row ? foldEvents(fundDecider, mustParse(FundActs, row.acts)) : fundDecider.initial
}
export async function readFund(
  tx: Tx,
  doors: CoordinationDoors,
  { id, ...reader }: Reader & { readonly id: string },
): Promise<FundShown | null> {
  const world = await readCommittees(tx, reader.tenant, reader)
  const known = world.committees.find((one) => one.id === id)
  if (known === undefined) return null
  const fund = await fundOf(tx, reader.tenant, id)
  const more = [...fund.received.map((one) => one.payer), ...fund.spent.flatMap((one) => one.payee ?? [])]
  const { bodyOf, areaOf } = await namesOf(tx, doors, { tenant: reader.tenant, world, more })
  const reversalOf = (receipt: string): FundShown['spendings'][number]['reversed'] => {
    const found = fund.reversed.find((one) => one.receipt === receipt)
    return found === undefined ? null : { on: found.on, reason: found.reason }
  }
  const titleOf = (project: string): string => fund.projects.find((one) => one.started.id === project)?.started.title ?? '–'
  return {
    ...{ committee: known.id, committeeCode: known.committee.founded.code, committeeName: known.committee.founded.name },
    totals: [...pursesOf(fund)],
    contributions: fund.received
      .map(({ receipt, payer, basis, amount, currency, on }) => ({
        receipt,
        payerName: bodyOf(payer) ?? '–',
        basis,
        amount,
        currency,
        on,
        reversed: reversalOf(receipt),
      }))
      .toReversed(),
    projects: fund.projects.map(({ started: { at: _at, territory, ...started }, status, tender }) => ({
      ...{ ...started, territory, territoryName: areaOf(territory), status, tender },
      spent: pursesOf({ received: [], reversed: fund.reversed, spent: fund.spent.filter((one) => one.project === started.id) }).map(
        ({ currency, spent }) => ({
          currency,
          amount: spent,
        }),
      ),
    })),
    spendings: fund.spent
      .map(({ receipt, project, amount, currency, what, payee, on }) => ({
        ...{ receipt, project: titleOf(project), amount, currency, what, payeeName: bodyOf(payee), on, reversed: reversalOf(receipt) },
      }))
      .toReversed(),
    keeps: keeps(reader),
  }
}
