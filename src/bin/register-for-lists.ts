/*
What an import of lists needs of the register, handed over where the program is put together: the rows to compare with, the register's
own sense of likeness, and its own check of an outline. So a list is held to the rules of the screens and knows none of them.
*/
import type { ListHouse } from '../exchange/site-lists/server/run-list.ts'
import { likelyDuplicates } from '../modules/sites/domain/register/likely.ts'
import { checkPolygon } from '../modules/sites/domain/register/polygon.ts'
import { coarsePosition } from '../modules/sites/domain/register/precision.ts'
import { listSiteRows } from '../modules/sites/server/register/store-register.ts'

/** Later than every instant: the register as it stands. */
const NOW = '9999-12-31T23:59:59.999Z'

export const registerForLists: Pick<ListHouse, 'register' | 'likely' | 'checkPolygon' | 'coarse'> = {
  register: async (tx, tenant) =>
    (await listSiteRows(tx, tenant, NOW)).map((row) => ({
      id: row.id,
      nationalId: row.national_id,
      name: row.name,
      aliases: row.aliases,
      minerals: row.minerals,
      at: row.latitude === null || row.longitude === null ? null : { latitude: row.latitude, longitude: row.longitude },
      stated: row.stated,
      activity: row.activity,
      mergedInto: row.merged_into,
      version: row.register_version,
    })),
  likely: (asked, among) =>
    likelyDuplicates(
      asked,
      among.map(({ id, name, nationalId, aliases, at }) => ({ site: id, name, nationalId, aliases, at })),
    ).map(({ site, name, nationalId, score, distanceMetres }) => ({ site, name, nationalId, score, distanceMetres })),
  checkPolygon,
  coarse: coarsePosition,
}
