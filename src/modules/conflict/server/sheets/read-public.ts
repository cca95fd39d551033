/*
What everybody may read of the conflict map: of each province the summaries that stand, the categories of their sheets together, and whether anybody looked at
all. Nothing of a sheet that is not published.
*/
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { PublicConflict, PublicProvince } from '../../contract-sheet-answers.ts'
import type { SheetDoors } from './doors.ts'
import { contentOf, narrativeOf } from './shown.ts'
import { type VersionRow, listProvincesLookedAt, everyVersion } from './store-sheets.ts'

export async function readPublic(
  tx: Tx,
  { places }: Pick<SheetDoors, 'places'>,
  { tenant, on }: { readonly tenant: string; readonly on: string },
): Promise<PublicConflict> {
  const published = await everyVersion(tx, tenant, { which: 'stands', state: 'published' })
  const looked = await listProvincesLookedAt(tx, tenant)
  const areas = await places.listAreas(tx, 'province', tenant)
  return {
    on,
    provinces: areas.map(({ code, name }) =>
      provinceOf(
        { province: code, name, looked: looked.includes(code) },
        published.filter((row) => row.province === code),
      ),
    ),
  }
}

function provinceOf(
  { looked, ...area }: Pick<PublicProvince, 'province' | 'name'> & { readonly looked: boolean },
  rows: readonly VersionRow[],
): PublicProvince {
  const contents = rows.map(contentOf)
  const all = <Of extends string>(of: readonly Of[]): Of[] => [...new Set(of)].toSorted()
  return {
    ...area,
    state: rows.length > 0 ? 'published' : looked ? 'nothing-published' : 'nobody-looked',
    summaries: rows
      .flatMap((row) => {
        const told = narrativeOf(row)
        return told === null ? [] : [{ fr: told.fr, en: told.en, publishedOn: told.on, asOf: row.asOf }]
      })
      .toSorted((a, b) => (a.asOf > b.asOf ? -1 : 1)),
    categories: {
      minerals: all(contents.flatMap((one) => one.minerals)),
      modes: all(contents.flatMap((one) => one.modes.map(({ mode }) => mode))),
      beneficiaries: all(contents.flatMap((one) => one.beneficiaries.map(({ kind }) => kind))),
      responses: all(contents.flatMap((one) => one.responses)),
    },
  }
}
