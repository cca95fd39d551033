/* Workbooks of RMI filled in place, as the program's registry sees them. */
import type { Dispatch } from '../../platform/http/dispatch.ts'
import type { ServerModule } from '../../platform/http/server-module.ts'
import { fillingRoutes } from './server/http.ts'

export const createRmiModule = ({ dispatch }: { readonly dispatch: Dispatch }): ServerModule => ({
  ...{ name: 'rmi', routes: fillingRoutes(dispatch), projections: [], aggregates: [] },
})
