import { sql } from 'kysely'

/*
One step up in a recursive query whose table is `lineage (lot_id)`: the inputs of each lot.

`offset 0` and `any(array(...))` keep the planner on the indexes: it cannot know how many lots lie beneath, and without new
statistics (just after an import, or a rebuild) it would read both tables whole.
*/
export const sourcesOf = (tenant: string) => sql`
  cross join lateral (select i.input_id from lot_input i where i.tenant_id = ${tenant} and i.lot_id = lineage.lot_id offset 0) as source`
