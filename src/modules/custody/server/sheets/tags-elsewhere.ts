/* Lines of a mine sheet whose tag already stands on another posted mine sheet: one tag closes one bag, on paper too. */
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { SheetContent } from '../../contract-sheets.ts'
import { normaliseTag } from '../../domain/tags/tag.ts'
import { listTagsOnSheets } from './store-books.ts'

interface Asked {
  readonly draft: { readonly id: string }
  readonly kind: string
  readonly content: SheetContent
}
export async function tagsElsewhere(tx: Tx, tenant: string, { draft, kind, content }: Asked) {
  if (kind !== 'mine') return []
  const tagged = content.lines.flatMap(({ line, tag }) => (tag === null ? [] : [{ line, tag: normaliseTag(tag) }]))
  const found = await listTagsOnSheets(tx, tenant, { tags: tagged.map((one) => one.tag), not: draft.id })
  return tagged.flatMap(({ line, tag }) => {
    const sheet = found.get(tag)
    return sheet === undefined ? [] : [{ line, tag, sheet }]
  })
}
