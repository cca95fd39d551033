/*
The rules in force for a body, for every part of the program that protects persons. Folded rules are kept in memory by how often the body changed
them, so that a question costs one small statement and nothing is ever answered from rules that were replaced, by this server or by another.
*/
import { todayAt } from '../../../../kernel/calendar.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { PeopleDoor } from '../../../people/contract.ts'
import type { RulesInForce } from '../../contract-rules.ts'
import type { Chosen } from '../../domain/rules/chosen.ts'
import { type ProtectionRules, rulesFrom } from '../../domain/rules/protection-rules.ts'
import { toWire } from '../../domain/rules/rules-wire.ts'
import { type SettledRules, chosenOn, noRules } from '../../domain/rules/settle-rules.ts'
import { findRules, versionsOfRules } from './store-rules.ts'

export interface BodyRules {
  readonly rules: ProtectionRules
  readonly chosen: Chosen
  readonly area: string | null
  readonly wire: RulesInForce
}
/** Within one answer: each body is asked for once. `null`: nobody's, so the program's own. */
export type RulesOf = (organisation: string | null) => Promise<BodyRules>
export interface RulesDoor {
  readonly at: (tx: Tx, tenant: string, now: string) => RulesOf
}

interface Kept {
  readonly version: number
  readonly settled: SettledRules
  readonly days: Map<string, BodyRules>
}
const MOST_KEPT = 500

/** One for each program: what it keeps goes with it. */
export function openRulesDoor({ people }: { readonly people: Pick<PeopleDoor<Tx>, 'organisations'> }): RulesDoor {
  const kept = new Map<string, Kept>()
  const settledOf = async (tx: Tx, tenant: string, asked: { readonly organisation: string; readonly version: number }): Promise<Kept> => {
    const name = `${tenant} ${asked.organisation}`
    const known = kept.get(name)
    if (known?.version === asked.version) return known
    const settled = asked.version === 0 ? noRules : await findRules(tx, tenant, asked.organisation)
    const fresh = { version: asked.version, settled, days: new Map<string, BodyRules>() }
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(name, fresh)
    return fresh
  }
  return {
    at: (tx, tenant, now) => {
      const day = todayAt(now)
      const asked = new Map<string, Promise<BodyRules>>()
      let versions: ReturnType<typeof versionsOfRules> | null = null
      const find = async (organisation: string): Promise<BodyRules> => {
        const version = (await (versions ??= versionsOfRules(tx, tenant))).get(organisation) ?? 0
        const [body] = organisation === '' ? [] : await people.organisations(tx, [asId('organisation', organisation)], tenant)
        const one = await settledOf(tx, tenant, { organisation, version })
        const area = body?.area ?? null
        const name = `${day} ${area ?? ''}`
        const ready = one.days.get(name) ?? bodyRules(one.settled, { day, area })
        if (!one.days.has(name) && one.days.size < 50) one.days.set(name, ready)
        return ready
      }
      return (organisation) => {
        const name = organisation ?? ''
        const found = asked.get(name) ?? find(name)
        asked.set(name, found)
        return found
      }
    },
  }
}
function bodyRules(settled: SettledRules, { day, area }: { readonly day: string; readonly area: string | null }): BodyRules {
  const chosen = chosenOn(settled, day)
  return { rules: rulesFrom(chosen, area), chosen, area, wire: toWire(chosen, area) }
}
