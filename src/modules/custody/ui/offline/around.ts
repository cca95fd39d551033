/* What this phone carries around a bag: the sister of the server's `facts.ts`. */
import { todayAt } from '../../../../kernel/calendar.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { OverlayParts } from '../../../../app/field/offline-part.ts'
import type { Mineral } from '../../../sites/contract.ts'
import type { LotSummary } from '../../contract.ts'
import type { CarriedTags } from '../../contract-weighing.ts'
import type { AroundBag } from '../../domain/weighing/provisional-bag.ts'
import { fieldsIn, isCarriedTags, isStanding, textIn } from './read-kept.ts'

const minerals: readonly Mineral[] = ['Sn', 'Ta', 'W', 'Au', 'other']
type Kept = Pick<OverlayParts, 'kept' | 'now'>

export async function aroundBag(
  { kept, now }: Kept,
  site: string | null,
  known: readonly Pick<LotSummary, 'id' | 'number' | 'tag' | 'state'>[],
): Promise<Omit<AroundBag, 'sameTag'> & { readonly sameTag: (tag: string | null) => AroundBag['sameTag'] }> {
  const page = site === null ? null : await kept(`/api/sites/${site}`)
  const standing = site === null ? null : await kept(`/api/sites/${site}/standing`)
  const me = fieldsIn(await kept('/api/me'))
  const listed = fieldsIn(page)['minerals']
  return {
    // A site whose page is not carried was chosen somewhere: its list of minerals says nothing.
    site:
      site === null
        ? null
        : { id: asId('site', site), minerals: Array.isArray(listed) ? minerals.filter((one) => listed.includes(one)) : [] },
    standing: isStanding(standing) ? standing : null,
    tags: await carriedTags(kept, site),
    takenNumbers: new Set(known.map((one) => one.number)),
    today: todayAt(now),
    account: textIn(me, 'account') ?? '',
    organisation: textIn(me['organisation'], 'id'),
    sameTag: (tag) =>
      tag === null ? [] : known.filter((one) => one.tag === tag && one.state !== 'voided').map(({ id, number }) => ({ lot: id, number })),
  }
}

async function carriedTags(kept: Kept['kept'], site: string | null): Promise<readonly CarriedTags[]> {
  const found = site === null ? null : await kept(`/api/weighing/${site}`)
  return isCarriedTags(found) ? [found] : []
}
