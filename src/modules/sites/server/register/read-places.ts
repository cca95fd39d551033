/*
The list of sites whose stated place and computed place name different areas, for the province that settles them one by one. Nothing is
corrected here: the list shows both sides, what somebody decided, and whether the question has changed since.
*/
import { asId } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Area } from '../../../places/contract.ts'
import { type Territory, covers } from '../../../people/contract.ts'
import { type PositionPrecision, shownPosition } from '../../domain/register/precision.ts'
import type { PlaceDisagreements, PlaceRowShown } from '../../domain/register/register-answers.ts'
import { type pageOf, slice } from '../questions.ts'
import type { House } from './place-of-site.ts'
import { comparePlaces, finderOf, isOpen, isSame, rememberingFinder, sayDisagreement } from './place-disagreement.ts'
import { type Areas, areaOf, readAreas } from './read-sites.ts'
import { type SettledRow, listSettled } from './store-merges.ts'
import { type SiteTableRow, listSiteRows } from './store-register.ts'

export interface PlacesWish {
  readonly precision: PositionPrecision
  readonly territory: Territory
  readonly province: string | undefined
  /** Only the settled, only the open; absent: both. */
  readonly settled: boolean | undefined
  readonly page: ReturnType<typeof pageOf>
}
const FOR_EVER = '9999-12-31T23:59:59.999Z'

export async function readPlaceDisagreements(tx: Tx, house: House, wish: PlacesWish): Promise<PlaceDisagreements> {
  const areas = await readAreas(tx, house.doors)
  const settled = new Map((await listSettled(tx, house.tenant, null)).map((row) => [row.site_id, row]))
  const find = rememberingFinder(finderOf(tx, house))
  const names = await bodies(tx, house, [...settled.values()])
  const all: (PlaceRowShown & { readonly province: string | null })[] = []
  const rows = (await listSiteRows(tx, house.tenant, FOR_EVER)).filter((row) => row.merged_into === null && mayKnow(wish.territory, row))
  const computed = rows.filter((row) => row.place_basis === 'computed')
  for (const row of computed) {
    const compared = await comparePlaces(find, row)
    if (compared === null || !isOpen(compared)) continue
    const word = settled.get(row.id)
    all.push({
      province: row.province_code,
      ...shownRow(row, {
        areas,
        precision: wish.precision,
        word: word && isSame(word.disagreement, sayDisagreement(row)) ? word : null,
        names,
      }),
      statedProvince: shownArea(compared.province),
      statedTerritoire: shownArea(compared.territoire),
      differs: { province: compared.provinceDiffers, territoire: compared.territoireDiffers, unknownName: compared.territoireUnknown },
    })
  }
  const here = all.filter((row) => wish.province === undefined || row.province === wish.province)
  const asked = here.filter((row) => wish.settled === undefined || (row.settled !== null) === wish.settled)
  const countOf = (test: (row: PlaceRowShown) => boolean): number => here.filter(test).length
  return {
    positionPrecision: wish.precision,
    total: asked.length,
    open: countOf((row) => row.settled === null),
    settled: countOf((row) => row.settled !== null),
    provinceDiffers: countOf((row) => row.differs.province),
    territoireDiffers: countOf((row) => row.differs.territoire),
    unknownName: countOf((row) => row.differs.unknownName),
    positioned: rows.filter((row) => row.latitude !== null && row.longitude !== null).length,
    inProvince: computed.filter((row) => row.province_code !== null).length,
    inTerritoire: computed.filter((row) => row.territoire_code !== null).length,
    byProvince: tally(all),
    ...wish.page,
    rows: slice(asked, wish.page).map(({ province: _province, ...row }) => row),
  }
}

const mayKnow = (territory: Territory, row: SiteTableRow): boolean =>
  covers(territory, { province: row.province_code, territoire: row.territoire_code })

function tally(rows: readonly { readonly province: string | null }[]): { [province: string]: number } {
  const counts: { [province: string]: number } = {}
  for (const { province } of rows) if (province !== null) counts[province] = (counts[province] ?? 0) + 1
  return counts
}
const shownArea = (area: Area | null) => (area === null ? null : { code: area.code, name: area.name, kind: area.kind })

async function bodies(tx: Tx, { tenant, doors }: House, rows: readonly SettledRow[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.flatMap((row) => row.organisation_id ?? []))].map((one) => asId('organisation', one))
  return new Map((await doors.people.organisations(tx, ids, tenant)).map((one) => [one.id, one.name]))
}

interface Around {
  readonly areas: Areas
  readonly precision: PositionPrecision
  readonly word: SettledRow | null
  readonly names: ReadonlyMap<string, string>
}
function shownRow(row: SiteTableRow, { areas, precision, word, names }: Around) {
  const { latitude, longitude, position_origin } = row
  const located =
    latitude === null || longitude === null ? null : { at: { latitude, longitude }, origin: position_origin ?? ('unknown' as const) }
  return {
    site: asId('site', row.id),
    name: row.name,
    nationalId: row.national_id,
    stated: row.stated,
    computedProvince: areaOf(areas, row.province_code),
    computedTerritoire: areaOf(areas, row.territoire_code),
    position: shownPosition(located, precision),
    settled:
      word === null
        ? null
        : {
            verdict: word.verdict,
            reason: word.reason,
            at: word.settled_at,
            organisation: word.organisation_id === null ? null : (names.get(word.organisation_id) ?? null),
            role: word.role,
          },
  }
}
