/* What the routes of sheets are handed, and whose books somebody may open: those of the own organisation, and of sites in the own territory. */
import type { Database } from '../../../../platform/database/connect.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Who } from '../../../../platform/http/who.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import type { DocumentsDoor } from '../../../documents/contract.ts'
import { type SiteBrief, SiteId } from '../../../sites/contract.ts'
import type { CustodyDoors } from '../doors.ts'
import { oversees } from '../lots/sight.ts'
import { type BookRow, findBook } from './store-books.ts'
import { type DraftRow, findDraft } from './store-drafts.ts'

export interface SheetHouse extends CustodyDoors {
  readonly database: Pick<Database, 'transaction' | 'read'>
  readonly documents: DocumentsDoor<Tx>
}

export const isInside = (who: Pick<Who, 'territory'>, brief: Pick<SiteBrief, 'provinceCode' | 'territoireCode'>): boolean =>
  who.territory === 'everywhere' || [brief.provinceCode, brief.territoireCode].some((code) => code !== null && who.territory.includes(code))

/** Those of the books that the person may open. */
export async function booksFor(
  tx: Tx,
  { doors, who }: { readonly doors: CustodyDoors; readonly who: Who },
  books: readonly BookRow[],
): Promise<readonly BookRow[]> {
  const sites = [...new Set(books.flatMap((book) => (book.site === null ? [] : [book.site])))].map((site) => mustParse(SiteId, site))
  const inside = new Set<string>(
    oversees(who) && sites.length > 0
      ? (await doors.sites.briefs(tx, sites, who.tenant)).filter((brief) => isInside(who, brief)).map((brief) => brief.id)
      : [],
  )
  return books.filter(
    (book) =>
      (book.holder !== null && book.holder === who.organisation) ||
      (book.site !== null && inside.has(book.site)) ||
      (book.site === null && oversees(who) && who.territory === 'everywhere'),
  )
}

export interface OpenedSheet {
  readonly draft: DraftRow
  readonly book: BookRow
}
/** Null for a sheet that is not there or not for this person. */
export async function openedSheet(
  tx: Tx,
  asked: { readonly doors: CustodyDoors; readonly who: Who },
  id: string,
): Promise<OpenedSheet | null> {
  const draft = await findDraft(tx, asked.who.tenant, id)
  const book = draft && (await findBook(tx, asked.who.tenant, draft.book))
  const [mine] = book ? await booksFor(tx, asked, [book]) : []
  return draft && mine ? { draft, book: mine } : null
}
