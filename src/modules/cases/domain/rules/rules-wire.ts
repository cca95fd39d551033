/* What is in force, as it travels with an answer: only what differs from the program's own values, so that a telephone carries little. */
import type { RulesInForce } from '../../contract-rules.ts'
import type { Chosen, Said } from './chosen.ts'
import { type ProtectionRules, firstRules, rulesFrom } from './protection-rules.ts'
import type { ListKey } from './rule-catalogue.ts'
import { ruleLists } from './rule-catalogue.ts'

export const toWire = ({ numbers, lists }: Chosen, area: string | null): RulesInForce => ({
  area,
  numbers: [...numbers].map(([key, { value, evidence, source }]) => ({ key, value, evidence, source })),
  lists: [...lists].flatMap(([list, { value, evidence, source }]) => {
    const known = ruleLists.find((one) => one.key === list)
    return known === undefined ? [] : [{ list: known.key, items: [...value], evidence, source }]
  }),
})
export const chosenIn = ({ numbers, lists }: RulesInForce): Chosen => ({
  numbers: new Map(numbers.map(({ key, ...said }): [string, Said<number>] => [key, said])),
  lists: new Map(
    lists.map(({ list, items: value, evidence, source }): [ListKey, Said<readonly string[]>] => [list, { value, evidence, source }]),
  ),
})
/** An answer that was kept before rules travelled with it says none. */
export const rulesOf = (inForce: RulesInForce | undefined): ProtectionRules =>
  inForce === undefined ? firstRules : rulesFrom(chosenIn(inForce), inForce.area)
