/* What the route of each command takes that a captured event becomes: a command that does not fit would be refused for its form. */
import { type Schema, parse } from '../src/kernel/schema.ts'
import * as lots from '../src/modules/custody/contract-lots.ts'
import { CombineLots, QuarantineLot, RegisterBag } from '../src/modules/custody/contract.ts'

const bodies: ReadonlyMap<string, Schema<unknown>> = new Map<string, Schema<unknown>>([
  ['register-bag', RegisterBag],
  ['combine-lots', CombineLots],
  ['transfer-lot', lots.SendLot],
  ['receive-lot', lots.AcceptLot],
  ['record-assay', lots.ReportAssay],
  ['split-lot', lots.ProcessLots],
  ['process-lot', lots.ProcessLots],
  ['record-leg', lots.TransportLeg],
  ['reject-lot', lots.RejectLot],
  ['take-back-lot', lots.TakeBackLot],
  ['store-lot', lots.StoreLot],
  ['leave-depot', lots.LeaveDepot],
  ['seize-lot', lots.SeizeLot],
  ['pack-lot', lots.PackLot],
])
export const fitsItsRoute = (type: string, data: unknown): boolean => parse(bodies.get(type) ?? QuarantineLot, data).ok
