/* Whether an account must have a second factor, and has it: asked before a file opens, before a telephone is offered, and for the page of the own account. */
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Who } from '../../../platform/http/who.ts'
import { opensFiles } from '../domain/account-care.ts'
import { capabilitiesOf } from '../domain/roles.ts'
import type { FactorRule } from '../domain/second-factor.ts'
import { isWaived, listFactors } from './store-second-factor.ts'
import { hasSecondFactor } from './store-sign-in.ts'

type Asking = Pick<Who, 'account' | 'organisation' | 'capabilities'>
export interface FactorRules {
  readonly ruleFor: (tx: Tx, tenant: string, who: Asking) => Promise<FactorRule>
  /** Whether whoever asks may go on: opens no file, or has the factor, or is of a demonstration that does without. */
  readonly isFactorMet: (tx: Tx, tenant: string, who: Asking) => Promise<boolean>
  /** Whether nobody takes it off an account alone, not even its owner. */
  readonly mustKeep: (tx: Tx, tenant: string, account: string) => Promise<boolean>
}

/** `isDemonstration`: of the server that runs now; what a demonstration wrote down opens nothing on another. */
export function factorRules(isDemonstration: boolean): FactorRules {
  const ruleOf = async (tx: Tx, tenant: string, { organisation, capabilities }: Asking): Promise<FactorRule> => {
    if (!opensFiles(capabilities)) return 'none'
    return isDemonstration && (await isWaived(tx, tenant, organisation)) ? 'waived' : 'demanded'
  }
  return {
    ruleFor: ruleOf,
    // A telephone asks as its owner: it was enrolled by somebody who had the factor, and counts for as long as the owner has one.
    isFactorMet: async (tx, tenant, who) => (await ruleOf(tx, tenant, who)) !== 'demanded' || hasSecondFactor(tx, who.account),
    mustKeep: async (tx, tenant, account) => {
      const [row] = await listFactors(tx, tenant, account)
      return row !== undefined && (await ruleOf(tx, tenant, { ...row, capabilities: capabilitiesOf(row.roles) })) === 'demanded'
    },
  }
}
