/* Secret names as the program sees them. */
import type { ConflictArea } from './area.ts'
import { type NameDoors, nameRoutes, secretNameAggregate } from './server/names/http-names.ts'
import { nameRequestAggregate } from './server/names/http-requests.ts'
import { secretNamesProjection } from './server/names/projection-names.ts'

export type { NameDoors } from './server/names/http-names.ts'
export { nameNotices } from './server/names/notices-names.ts'

export const nameArea = (doors: NameDoors): ConflictArea => ({
  routes: nameRoutes(doors),
  projections: [secretNamesProjection],
  aggregates: [secretNameAggregate, nameRequestAggregate],
})
