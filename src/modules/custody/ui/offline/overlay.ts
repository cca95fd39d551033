/*
Answers about lots with the bags of this phone written in: the page of a lot, and the lists that would hold it. Bags are folded in the order in which
they were weighed, so that the second use of a tag speaks of the first.
*/
import { parse } from '../../../../kernel/schema.ts'
import type { OverlayParts, WaitingCommand } from '../../../../app/field/offline-part.ts'
import { CorrectMass, type LotSummary, RegisterBag, VoidLot } from '../../contract.ts'
import { type ProvisionalLot, type WaitingOnLot, foldLot } from '../../domain/weighing/provisional-lot.ts'
import { normaliseTag } from '../../domain/tags/tag.ts'
import { aroundBag } from './around.ts'
import { fieldsIn, isLotDetail, isLotList, textIn } from './read-kept.ts'
import { stepOf } from './step-of.ts'

const ONE = /^\/api\/lots\/([0-9a-f-]{36})$/
const lotOf = (command: WaitingCommand): string => command.subject.slice('lot:'.length)

export async function overlayLots(path: string, known: unknown, parts: OverlayParts): Promise<unknown> {
  const one = ONE.exec(path)?.[1]
  const pages = await pagesHere(parts, one === undefined ? null : { lot: one, known })
  if (one !== undefined) return pages.get(one) ?? known
  return listHere(path, known, [...pages.values()])
}

/** Of every lot that something waits for; `asked` brings what the server just said of one. */
async function pagesHere(
  parts: OverlayParts,
  asked: { readonly lot: string; readonly known: unknown } | null,
): Promise<ReadonlyMap<string, ProvisionalLot>> {
  const pages = new Map<string, ProvisionalLot>()
  for (const lot of new Set(parts.waiting.map(lotOf))) {
    const told = asked?.lot === lot ? asked.known : await parts.kept(`/api/lots/${lot}`)
    const known = isLotDetail(told) ? told : null
    const said = await saidOf(parts, lot)
    const bag = said.find((one) => one.say === 'bag')
    const site = bag?.say === 'bag' ? bag.data.site : (known?.lot.site ?? null)
    const tag = bag?.say === 'bag' ? bag.data.tag : (known?.lot.tag ?? null)
    const others = [...pages.values()].map((page) => page.lot)
    const around = await aroundBag(parts, site, others)
    const page = foldLot(known, said, { ...around, sameTag: around.sameTag(tag === null ? null : normaliseTag(tag)) })
    if (page !== null) pages.set(lot, page)
  }
  return pages
}

async function saidOf(parts: OverlayParts, lot: string): Promise<readonly WaitingOnLot[]> {
  const said: WaitingOnLot[] = []
  for (const { id, path, data, happenedAt } of parts.waiting.filter((one) => lotOf(one) === lot)) {
    const step = stepOf(path)
    const [bag, correction, voiding] = [parse(RegisterBag, data), parse(CorrectMass, data), parse(VoidLot, data)]
    if (step === 'bag' && bag.ok)
      said.push({
        id: lot,
        happenedAt,
        say: 'bag',
        data: bag.value,
        ...(await namesOf(parts, { site: bag.value.site, holder: bag.value.holder })),
      })
    if (step === 'corrections' && correction.ok) said.push({ id, happenedAt, say: 'correction', data: correction.value })
    if (step === 'withdrawals' && voiding.ok) said.push({ id, happenedAt, say: 'voiding', data: voiding.value })
  }
  return said
}

async function namesOf(
  { kept }: OverlayParts,
  { site, holder }: { readonly site: string | null; readonly holder: string },
): Promise<{ readonly siteName: string | null; readonly holderName: string | null }> {
  const { organisations } = fieldsIn(await kept('/api/organisations'))
  const all: readonly unknown[] = Array.isArray(organisations) ? organisations : []
  return {
    siteName: site === null ? null : textIn(await kept(`/api/sites/${site}`), 'name'),
    holderName: textIn(
      all.find((one) => textIn(one, 'id') === holder),
      'name',
    ),
  }
}

function listHere(path: string, known: unknown, pages: readonly ProvisionalLot[]): unknown {
  const wanted = new URLSearchParams(path.split('?')[1] ?? '')
  const before = isLotList(known) ? known : null
  // Further pages are older than anything that waits here.
  if (wanted.has('before')) return known
  const changed = new Map(pages.map((page) => [String(page.lot.id), page.lot]))
  const listed = (before?.lots ?? []).map((lot) => changed.get(lot.id) ?? lot).filter((lot) => fits(lot, wanted))
  const added = pages
    .filter((page) => page.provisional?.weighedHere === true && !listed.some((lot) => lot.id === page.lot.id))
    .map((page) => page.lot)
  const lots = [...added.filter((lot) => fits(lot, wanted)).toReversed(), ...listed].map((lot) =>
    changed.has(lot.id) && pages.some((page) => page.lot.id === lot.id && page.provisional) ? { ...lot, provisional: true } : lot,
  )
  return lots.length === 0 && before === null ? null : { lots, next: before?.next ?? null }
}

function fits(lot: LotSummary, wanted: URLSearchParams): boolean {
  const finding = wanted.get('finding')
  const number = wanted.get('number')
  return (
    (['kind', 'state', 'mineral', 'site', 'holder'] as const).every((name) => !wanted.has(name) || wanted.get(name) === lot[name]) &&
    (number === null || lot.number.toUpperCase().startsWith(number.toUpperCase())) &&
    (finding === null || (finding === 'any' ? lot.worstFinding !== null : finding === lot.worstFinding))
  )
}
