/* Sheets of sites as roads, layers and checks read them: the version that stands, and whose place is a site of the register. */
import { mustParse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { SiteId } from '../../../sites/contract.ts'
import { SheetId } from '../../contract-ids.ts'
import { Interference } from '../../contract-sheets.ts'
import { everyVersion } from '../sheets/store-sheets.ts'
import type { SheetSeen } from './seams.ts'

export const sheetsSeen = async (tx: Tx, tenant: string): Promise<readonly SheetSeen[]> =>
  (await everyVersion(tx, tenant, { which: 'stands' })).flatMap(({ sheet, site, interference, asOf, round }) =>
    site === null
      ? []
      : [
          {
            ...{ sheet: mustParse(SheetId, sheet), site: mustParse(SiteId, site) },
            ...{ interference: mustParse(Interference, interference), on: asOf, source: round },
          },
        ],
  )
