/* What the map of roads asks of other parts of the house, in the words of this area. */
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { WayDoor } from '../../../custody/contract-way.ts'
import type { SiteId, SitesDoor } from '../../../sites/contract.ts'
import type { ToldPlaces } from '../../../releases/contract.ts'
import type { SheetId } from '../../contract-ids.ts'
import type { Interference } from '../../contract-sheets.ts'
import type { WarningList } from '../../contract-warnings.ts'
import type { Asker } from '../warnings/sight-warnings.ts'
import type { RoadHouse } from './read-roads.ts'

/** The newest sheet of a site that somebody stands behind. */
export interface SheetSeen {
  readonly sheet: SheetId
  readonly site: SiteId
  readonly interference: Interference
  readonly on: string
  readonly source: string
}
export interface WarningsAsked {
  readonly tenant: string
  readonly asker: Asker
  readonly now: string
}
/** All that was ever told of places by those who protect persons: the same lines whoever asks. Nothing of a person is behind this door. */
export type ToldDoor = (tx: Tx, tenant: string) => Promise<Pick<ToldPlaces, 'quarters' | 'lines'>>
export interface MapHouse extends RoadHouse {
  readonly sites: SitesDoor<Tx>
  readonly way: WayDoor<Tx>
  readonly sheets: (tx: Tx, tenant: string) => Promise<readonly SheetSeen[]>
  /** Warnings, cut for the asker by their own rules. */
  readonly warnings: (tx: Tx, asked: WarningsAsked) => Promise<WarningList>
  readonly toldPlaces: ToldDoor
}
