/* Overrides of consent of one body, as they lie in its cases: nobody keeps a list of them, so that none can be left out of it. */
import type { Tx } from '../../../../platform/database/transaction.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { OverrideLine } from '../../contract.ts'
import { addHours } from '../../domain/clocks/instants.ts'
import { asProgram } from '../record/records.ts'
import type { CaseDoors } from './doors.ts'
import { listChangedSince } from './store-lists.ts'

/** How far back the list reaches. */
const DAYS = 30
export async function overridesOf(
  { records }: Pick<CaseDoors, 'records'>,
  tx: Tx,
  { tenant, organisation, now }: { readonly tenant: string; readonly organisation: string; readonly now: string },
): Promise<{ readonly overrides: readonly OverrideLine[]; readonly erasures: readonly string[] }> {
  await asProgram(tx)
  const since = addHours(now, -DAYS * 24)
  const overrides: OverrideLine[] = []
  const erasures: string[] = []
  for (const id of await listChangedSince(tx, tenant, { organisation, since })) {
    const { overrides: made, erasuresAsked } = (await records.load(tx, tenant, id))?.whole.file.consents ?? {
      overrides: [],
      erasuresAsked: [],
    }
    erasures.push(...[...erasuresAsked].filter(([, at]) => at >= since).map(([referral]) => `${referral}/erase`))
    for (const [override, { disclosure, by, confirmBefore, state }] of made) {
      if (confirmBefore < since) continue
      const { purpose, recipient, service, fields } = disclosure
      overrides.push({
        case: id,
        override,
        by: asId('account', by),
        purpose,
        recipient,
        service,
        fields: [...fields],
        confirmBefore,
        state,
      })
    }
  }
  return { overrides: overrides.toSorted((a, b) => (a.confirmBefore < b.confirmBefore ? 1 : -1)), erasures }
}
