/*
A name as somebody wrote it, to the area that it means. Accents, case, hyphens and blanks are forgiven; spelling is not: a wrong
letter could be another place. Where several areas fit, none is chosen, except that a plain name which a territoire shares with
the town inside it means the territoire, because that is what the column of a form asks for (our own reading).
*/
import type { Area } from '../contract.ts'
import { OTHER_NAMES } from './areas.ts'

/** Letters and digits only, without accents, in lower case: `Maï-Ndombe` and `mai ndombe` are one. */
export const foldName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** `Ville de Goma`, `Territoire de Masisi`, `Province du Nord-Kivu`: the kind is said before the name. */
const withKind = /^(province|territoire|ville|cité|cite)\s+(?:de\s+la|de\s+l['’]|du|des|de|d['’])?\s*(.+)$/i

/** The one area among `areas` that `name` means, or null when none or several fit. */
export function matchName(areas: readonly Area[], name: string): Area | null {
  const said = withKind.exec(name.trim())
  if (said?.[1] && said[2]) {
    const kind = foldName(said[1])
    const found = onlyOne(fitting(areas, said[2]).filter((area) => foldName(area.kind) === kind))
    if (found) return found
  }
  const found = fitting(areas, name)
  return onlyOne(found) ?? onlyOne(found.filter((area) => area.kind === 'territoire'))
}

function fitting(areas: readonly Area[], name: string): readonly Area[] {
  const wanted = foldName(name)
  if (wanted === '') return []
  const asCode = areas.filter((area) => [area.code, area.iso].some((code) => code !== undefined && foldName(code) === wanted))
  if (asCode.length > 0) return asCode
  return areas.filter((area) => [area.name, ...(OTHER_NAMES[area.code] ?? [])].some((one) => foldName(one) === wanted))
}

const onlyOne = (areas: readonly Area[]): Area | null => (areas.length === 1 ? (areas[0] ?? null) : null)
