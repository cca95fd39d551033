/* A list that is shorter than what there is says so: the newest `listed` of `total`. */
import { type Infer, count, record } from '../../kernel/schema.ts'

export const Cut = record({ listed: count(), total: count() })
export type Cut = Infer<typeof Cut>
