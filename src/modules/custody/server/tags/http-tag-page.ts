/* The address that the code on a tag holds: public about the number, and a link to the lot for who may see it. */
import { parse, record, text } from '../../../../kernel/schema.ts'
import { badInput, rawRoute } from '../../../../platform/http/build-route.ts'
import { type Incoming, type Route, anyone } from '../../../../platform/http/route.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { normaliseTag } from '../../domain/tags/tag.ts'
import { type PublicTag, type TagReader, tagPage } from '../../page/tag-page.ts'
import type { CustodyDoors } from '../doors.ts'
import { sightOf } from '../lots/sight.ts'
import { listLotsByTag } from '../lots/store-lot-reads.ts'
import { isLotSeen } from '../lots/store-sight.ts'
import { findTag } from './tag-facts.ts'

const params = record({ issuer: text(40), tag: text(40) })

export const tagPages = (doors: CustodyDoors): readonly Route[] => [
  rawRoute({
    method: 'GET',
    path: '/id/obj/:issuer/:tag',
    allow: anyone,
    summary: 'The page of a tag: that its number was printed or not, by whom, and whether it is void; a link to the lot for who may see it',
    schemas: { params },
    answer: async (incoming) => {
      const asked = parse(params, incoming.params)
      if (!asked.ok) return badInput(asked.faults)
      const [issuer, tag] = [normaliseTag(asked.value.issuer), normaliseTag(asked.value.tag)]
      const { shown, reader } = await incoming.door.read((tx) => lookUp(tx, { doors, incoming }, { issuer, tag }))
      const status = shown.found === 'printed' ? 200 : 404
      return {
        status,
        body: tagPage(shown, reader).html,
        contentType: 'text/html; charset=utf-8',
        headers: { 'cache-control': 'no-store' },
      }
    },
  }),
]

async function lookUp(
  tx: Tx,
  { doors, incoming }: { readonly doors: CustodyDoors; readonly incoming: Incoming },
  { issuer, tag }: { readonly issuer: string; readonly tag: string },
): Promise<{ readonly shown: PublicTag; readonly reader: TagReader }> {
  const { tenant, who, language } = incoming
  const found = await findTag(tx, tenant, { tag, issuer, site: null, usedOn: '', account: '' })
  const shown: PublicTag = {
    ...{ issuer, tag, isVoid: found?.record.declared !== null && found !== null },
    found: !found ? 'unknown' : found.record.wrongCheckDigit ? 'wrong-check-digit' : 'printed',
  }
  const signedIn = who.capabilities.has('custody.read')
  const lots = []
  if (signedIn) {
    const sight = await sightOf(tx, { tenant, doors }, who)
    for (const lot of await listLotsByTag(tx, tenant, tag)) {
      if ((lot.issuer === null || lot.issuer === issuer) && (await isLotSeen(tx, tenant, lot.id, sight)))
        lots.push({ id: lot.id, number: lot.number })
    }
  }
  return { shown, reader: { language, signedIn, lots } }
}
