/* What is sent when a whole case is offered to another body: the few there who may take it over, and the keys of the vaults that the person agreed to, sealed to each of them here. */
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { KeyHolder, KeyHolderShown } from '../../contract-keys.ts'
import type { VaultName } from '../../contract-vault.ts'
import { addHours } from '../../domain/clocks/instants.ts'
import type { OneCommand } from '../../domain/file/file-words.ts'
import { firstHandoverRule } from '../../domain/handover/handover.ts'
import { levelNow } from '../../domain/handover/offered-facts.ts'
import { admitted } from '../file/ask-keys.ts'
import type { HoldersAsked } from '../file/ask-keys.ts'
import type { CaseWork } from '../file/use-case.ts'
import type { Making } from '../file/use-steps.ts'
import { respondBy } from '../referral/package-plan.ts'

/** Each is one more telephone that can be taken. */
export const MOST_TAKERS = 3
export interface Offering {
  readonly handover: string
  readonly recipient: string
  readonly takers: readonly KeyHolder[]
  readonly vaults: readonly VaultName[]
  readonly respondBy: string
}
/** When an answer is awaited: as for a referral of that risk, by the rules of the body; no later than an offer may stand. */
export function answerBy({ whole, now, rules }: Pick<CaseWork, 'now'> & AnswerAsked): string {
  const [asked, last] = [respondBy(levelNow(whole.file), now, rules.clocks), addHours(now, firstHandoverRule.mostDays * 24)]
  return asked < last ? asked : last
}
interface AnswerAsked {
  readonly whole: { readonly file: Pick<CaseWork['whole']['file'], 'ratings'> }
  readonly rules: Pick<CaseWork['rules'], 'clocks'>
}

type Offerer = Pick<CaseWork, 'account' | 'case' | 'open' | 'unlocked'> & { readonly whole: Pick<CaseWork['whole'], 'access'> }

/** Every generation that is open here goes along, so that what was written before can be read too. Refuses as opening and trusting do. */
export async function offerSteps(work: Offerer, { handover, recipient, takers, vaults, respondBy }: Offering): Promise<Outcome<Making>> {
  const { unlocked } = work
  if (takers.length === 0) return refused('body-without-keys')
  if (unlocked === null) return refused('locked')
  const trusted = await admitted(work.account, takers)
  if (!trusted.ok) return trusted
  for (const vault of vaults) {
    const opened = await work.open(vault)
    if (!opened.ok) return opened
  }
  const wraps = []
  for (const taker of takers) {
    const made = await unlocked.wrapFor(work.case, vaults, taker)
    if (!made.ok) return made
    wraps.push(...made.value)
  }
  const keys = vaults.map((vault) => ({ vault, generation: work.whole.access.generations.get(vault) ?? 1 }))
  const offer: OneCommand = {
    about: 'handover',
    ask: {
      ...{ step: 'offer', handover: asId('case-handover', handover), recipient: asId('organisation', recipient) },
      ...{ takers: takers.map((one) => one.account), keys, respondBy },
    },
  }
  return accepted({ all: [offer], beside: { handed: wraps } })
}

/** Who supervises there, else who receives there: people with a key, none of them a keeper of shares. */
export async function takersOf(
  recipient: string,
  ask: (asked: HoldersAsked) => Promise<readonly KeyHolderShown[]>,
): Promise<readonly KeyHolderShown[]> {
  for (const capability of ['cases.supervise', 'cases.receive'] as const) {
    const found = (await ask({ organisation: recipient, capability })).filter((one) => !one.roles.includes('KEY_CUSTODIAN'))
    if (found.length > 0) return found.toSorted((a, b) => (a.account < b.account ? -1 : 1)).slice(0, MOST_TAKERS)
  }
  return []
}
