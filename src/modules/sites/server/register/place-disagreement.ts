/*
Whether the place that the papers state and the one that the position computes to name different areas. Both stay as they are; a list
shows them side by side and the province settles each by a word of its own. A stated name that no area bears, or that several bear,
is told apart: it disagrees with nothing, but somebody should say what it means.
*/
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Area } from '../../../places/contract.ts'
import type { Disagreement } from '../../domain/register/register-rules.ts'
import type { House } from './place-of-site.ts'
import type { SiteTableRow } from './store-register.ts'

type Placed = Pick<SiteTableRow, 'stated' | 'province_code' | 'territoire_code' | 'place_basis'>
export interface Compared {
  readonly province: Area | null
  readonly territoire: Area | null
  readonly provinceDiffers: boolean
  readonly territoireDiffers: boolean
  /** A territoire is stated whose name fits none, or several. */
  readonly territoireUnknown: boolean
}

export type FindArea = (level: 'province' | 'territoire', name: string) => Promise<Area | null>
export const finderOf =
  (tx: Tx, { tenant, doors }: House): FindArea =>
  (level, name) =>
    doors.places.findArea(tx, level, { name, tenant })

/** For a long list: the same name is looked up once. */
export function rememberingFinder(find: FindArea): FindArea {
  const known = new Map<string, Promise<Area | null>>()
  return (level, name) => {
    const key = `${level} ${name}`
    const found = known.get(key) ?? find(level, name)
    known.set(key, found)
    return found
  }
}

/** `null` where the position computes to nothing: there is nothing to compare with. */
export async function comparePlaces(find: FindArea, row: Placed): Promise<Compared | null> {
  if (row.place_basis !== 'computed') return null
  const { stated } = row
  const province = stated.province === undefined ? null : await find('province', stated.province)
  const territoire = stated.territoire === undefined ? null : await find('territoire', stated.territoire)
  return {
    province,
    territoire,
    provinceDiffers: province !== null && row.province_code !== null && province.code !== row.province_code,
    territoireDiffers: territoire !== null && row.territoire_code !== null && territoire.code !== row.territoire_code,
    territoireUnknown: stated.territoire !== undefined && territoire === null,
  }
}

export async function disagreementOf(tx: Tx, house: House, row: Placed): Promise<Disagreement | null> {
  const compared = await comparePlaces(finderOf(tx, house), row)
  if (compared === null || !isOpen(compared)) return null
  return sayDisagreement(row)
}
export const isOpen = ({ provinceDiffers, territoireDiffers, territoireUnknown }: Compared): boolean =>
  provinceDiffers || territoireDiffers || territoireUnknown

export function sayDisagreement({ stated, province_code, territoire_code }: Placed): Disagreement {
  return {
    ...(stated.province === undefined ? {} : { statedProvince: stated.province }),
    ...(stated.territoire === undefined ? {} : { statedTerritoire: stated.territoire }),
    ...(province_code === null ? {} : { computedProvince: province_code }),
    ...(territoire_code === null ? {} : { computedTerritoire: territoire_code }),
  }
}

/** A settled place stays settled while neither side changes. */
export const isSame = (a: Disagreement, b: Disagreement): boolean =>
  a.statedProvince === b.statedProvince &&
  a.statedTerritoire === b.statedTerritoire &&
  a.computedProvince === b.computedProvince &&
  a.computedTerritoire === b.computedTerritoire
