/* Problem trees as an area of the conflict map: routes, projection, kinds of event; and what the area of workshops asks of them. */
import type { ServerModule } from '../../platform/http/server-module.ts'
import { treeFileRoutes } from './server/trees/http-tree-files.ts'
import { treeAggregate, treeRoutes } from './server/trees/http-trees.ts'
import { treesProjection } from './server/trees/projection-trees.ts'
import type { TreeDoors } from './server/trees/read-trees.ts'

export { treesOfWorkshop } from './server/trees/read-trees.ts'

export const treesArea = (doors: TreeDoors): Pick<ServerModule, 'routes' | 'projections' | 'aggregates'> => ({
  routes: [...treeRoutes(doors), ...treeFileRoutes(doors)],
  projections: [treesProjection],
  aggregates: [treeAggregate],
})
