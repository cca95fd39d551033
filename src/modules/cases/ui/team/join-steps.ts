/* What is sent when somebody is taken into a team: their place in it, and the keys of the vaults that they shall read, sealed to theirs here. */
import { type Outcome, accepted } from '../../../../kernel/outcome.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { KeyHolder } from '../../contract-keys.ts'
import type { VaultName } from '../../contract-vault.ts'
import { admitted } from '../file/ask-keys.ts'
import type { CaseWork } from '../file/use-case.ts'
import type { Making } from '../file/use-steps.ts'

export interface Joining {
  readonly holder: KeyHolder
  readonly as: 'worker' | 'supervisor' | 'witness-reader'
  readonly vaults: readonly VaultName[]
  /** Of a reader of a witness, who may be of another body; absent: one’s own. */
  readonly organisation?: string
}
/** Every generation that is open here goes to the new reader, so that what was written before can be read too. */
export async function joinSteps(
  work: Pick<CaseWork, 'account' | 'organisation' | 'case' | 'open' | 'unlocked'>,
  { holder, as, vaults, organisation: body }: Joining,
): Promise<Outcome<Making>> {
  const trusted = await admitted(work.account, [holder])
  if (!trusted.ok) return trusted
  for (const vault of vaults) {
    const opened = await work.open(vault)
    if (!opened.ok) return opened
  }
  const wraps = work.unlocked === null ? accepted([]) : await work.unlocked.wrapFor(work.case, vaults, holder)
  if (!wraps.ok) return wraps
  const of = body ?? work.organisation
  const organisation = of === null ? null : asId('organisation', of)
  return accepted({
    all: [{ about: 'access', ask: { step: 'join', account: holder.account, organisation, as, vaults: [...vaults] } }],
    beside: { keys: { keys: [], wraps: [...wraps.value], shares: [] } },
  })
}
