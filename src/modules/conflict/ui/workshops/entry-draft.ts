/* An entry as it is corrected in plenary: begun blank or from what a group wrote, checked before it is sent. Source and information stay unjudged until somebody judges them. Pure. */
import type { SheetContent } from '../../contract-sheets.ts'
import type { ConveneWorkshop } from '../../contract-workshops.ts'

export const blankContent = ({ province, territoires }: Pick<ConveneWorkshop, 'province' | 'territoires'>): SheetContent => ({
  place: { site: null, provisionalName: null, at: null, province, territoire: territoires[0] ?? null },
  ...{ minerals: [], siteKind: null, legalState: null, access: null, nature: '', actors: [], modes: [], beneficiaries: [] },
  ...{ periodFrom: null, periodUntil: null, interference: 'not-known', reliability: 'F', credibility: '6', corroborations: [] },
  ...{ victims: { forcedLabour: null, children: null, sexualViolence: null }, responses: [] },
})
const trimmed = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text.trim())

/** As it is sent; `null` while place or nature is missing, or the period ends before it begins. */
export function contentToSend(content: SheetContent): SheetContent | null {
  const { place, nature, access, actors, corroborations, periodFrom, periodUntil } = content
  const provisionalName = place.site === null ? trimmed(place.provisionalName) : null
  if ((place.site === null && provisionalName === null) || nature.trim() === '') return null
  if (periodFrom !== null && periodUntil !== null && periodUntil < periodFrom) return null
  return {
    ...content,
    ...{ place: { ...place, provisionalName }, nature: nature.trim(), access: trimmed(access) },
    actors: actors.map((one) => ({ ...one, written: trimmed(one.written) })),
    corroborations: corroborations.flatMap(({ kind, on }) => (kind.trim() === '' ? [] : [{ kind: kind.trim(), on }])),
  }
}
/** An empty field was not asked; 0 was asked, and there was none. */
export const countTyped = (text: string): number | null => (/^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : null)
