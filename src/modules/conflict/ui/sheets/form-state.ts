/* What the form of a sheet holds while it is written, and what it sends: `null` while something is missing. */
import type { ShownVersion } from '../../contract-sheet-answers.ts'
import type { SheetContent } from '../../contract-sheets.ts'

export interface Written {
  readonly content: SheetContent
  readonly siteName: string | null
  readonly round: string
  readonly asOf: string
  readonly reason: string
  /** As typed: empty is "not asked". */
  readonly victims: { readonly forcedLabour: string; readonly children: string; readonly sexualViolence: string }
}
const EMPTY: SheetContent = {
  place: { site: null, provisionalName: null, at: null, province: '', territoire: null },
  ...{ minerals: [], siteKind: null, legalState: null, access: null, nature: '', actors: [], modes: [], beneficiaries: [] },
  ...{ periodFrom: null, periodUntil: null, interference: 'not-known', reliability: 'F', credibility: '6', corroborations: [] },
  ...{ victims: { forcedLabour: null, children: null, sexualViolence: null }, responses: [] },
}
const typed = (n: number | null): string => (n === null ? '' : String(n))

export const emptyForm = (today: string): Written => ({
  ...{ content: EMPTY, siteName: null, round: '', asOf: today, reason: '' },
  victims: { forcedLabour: '', children: '', sexualViolence: '' },
})
/** A newer version begins with what the one before said. */
export function formOf(
  { content }: ShownVersion,
  { siteName, today }: { readonly siteName: string | null; readonly today: string },
): Written {
  const { forcedLabour, children, sexualViolence } = content.victims
  return {
    content: {
      ...content,
      actors: content.actors.map(({ actor, written, role }) => ({ actor, written, role })),
      beneficiaries: content.beneficiaries.map(({ kind, grade, name }) => ({ kind, grade, name })),
    },
    ...{ siteName, round: '', asOf: today, reason: '' },
    victims: { forcedLabour: typed(forcedLabour), children: typed(children), sexualViolence: typed(sexualViolence) },
  }
}

const orNull = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text.trim())
const counted = (text: string): number | null => (/^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : null)

/** Parts of the form, in the order in which a hall speaks. */
export type FormPart = 'where' | 'what' | 'who' | 'weigh'
/** Parts in which something is missing that a sheet cannot be without. */
export function missingParts({ content: { place, nature }, round, asOf }: Written): readonly FormPart[] {
  const hasPlace = place.site !== null || orNull(place.provisionalName) !== null
  const isPlaced = hasPlace && place.province !== '' && round.trim() !== '' && asOf !== ''
  return [...(isPlaced ? [] : (['where'] as const)), ...(nature.trim() === '' ? (['what'] as const) : [])]
}

export function sentOf(form: Written): object | null {
  if (missingParts(form).length > 0) return null
  const { content, round, asOf, victims } = form
  const place = { ...content.place, provisionalName: orNull(content.place.provisionalName) }
  return {
    ...{ workshop: null, round: round.trim(), asOf },
    content: {
      ...content,
      ...{ place, access: orNull(content.access), nature: content.nature.trim() },
      ...{ periodFrom: orNull(content.periodFrom), periodUntil: orNull(content.periodUntil) },
      actors: content.actors.map((one) => ({ ...one, written: orNull(one.written) })),
      corroborations: content.corroborations
        .filter((one) => one.kind.trim() !== '')
        .map(({ kind, on }) => ({ kind: kind.trim(), on: orNull(on) })),
      victims: {
        forcedLabour: counted(victims.forcedLabour),
        children: counted(victims.children),
        sexualViolence: counted(victims.sexualViolence),
      },
    },
  }
}
