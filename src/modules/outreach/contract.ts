/*
Outreach: teaching, campaigns, the desk of a resource centre. Here stand the words that its areas share; each area has its own `contract-<area>.ts`. Nobody who
was taught, reached or received has a name in any of them: badges, categories, numbers.
*/
import { type Infer, oneOf } from '../../kernel/schema.ts'

export const Sex = oneOf('woman', 'man', 'other', 'not-said')
export type Sex = Infer<typeof Sex>
/** Years of age as people say them. */
export const AgeBand = oneOf('under-18', '18-24', '25-34', '35-49', '50-64', '65-up', 'not-said')
export type AgeBand = Infer<typeof AgeBand>
