/* F21: the mineral is not on the list of the site or its licence. A site without a list says nothing. */
import { listOf, record } from '../../../../../kernel/schema.ts'
import { wrongMineral } from '../arrival-rules.ts'
import { Mineral } from '../../../../sites/contract.ts'
import { defineRule, spokenBy } from './rule.ts'

export const f21 = defineRule({
  id: 'F21',
  family: 'place',
  severities: ['A'],
  evidence: 'D',
  source: 'our-default',
  evaluated: 'arrival',
  explanations: ['site-list-incomplete', 'associated-mineral', 'typing-error'],
  inputs: record({ mineral: Mineral, listed: listOf(Mineral, 20) }),
  thresholds: {},
  speak: ({ mineral, listed }) => spokenBy(wrongMineral(mineral, listed)),
})
