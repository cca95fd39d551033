/*
Books and sheets of paper over HTTP. Who types the second entry does not see the first before their own is there: two readings of one page are worth
something only when they are two.
*/
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { listOf, parse, record } from '../../../../kernel/schema.ts'
import { badInput, outcomeReply, rawRoute, readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { fileReply } from '../../../../platform/http/file-reply.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import { dayOf } from '../../../../kernel/calendar.ts'
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import { DocumentRef } from '../../../documents/contract.ts'
import {
  AttachPage,
  BookSummary,
  EnterSheet,
  OpenSheet,
  PostSheet,
  PrintBook,
  SheetId,
  SheetPage,
  SheetSummary,
} from '../../contract-sheets.ts'
import { sheetLabel } from '../../domain/sheets/label.ts'
import { type BookCommand, type BookContext, type BookEvent, bookDecider, bookKinds } from '../../domain/sheets/sheet-events.ts'
import { postSheet } from './post-sheet.ts'
import { bookAnswers, pageAnswer, sheetAnswers } from './sheet-answers.ts'
import { type SheetHouse, booksFor, isInside, openedSheet } from './sheet-house.ts'
import { findBook, findBookOverlap, findSheet, listBooks } from './store-books.ts'
import { openDraft, saveEntry, savePhoto } from './store-drafts.ts'

type BookState = ReturnType<typeof bookDecider.evolve>
export const bookAggregate: Aggregate<BookState, BookCommand, BookEvent, BookContext> = {
  name: 'sheet-book',
  decider: bookDecider,
  kinds: bookKinds,
}
const params = record({ sheet: SheetId })
const Opened = record({ sheet: SheetId })

export const sheetRoutes = (house: SheetHouse): readonly Route[] => [...bookRoutes(house), ...readingRoutes(house), ...typingRoutes(house)]

function bookRoutes(house: SheetHouse): readonly Route[] {
  return [
    readRoute({
      path: '/api/sheet-books',
      allow: can('custody.sheets'),
      summary: 'Printed books of log sheets, with the numbers that were posted and those that are missing',
      answer: record({ books: listOf(BookSummary) }),
      read: async ({ tx, who, tenant }) => accepted({ books: await bookAnswers(tx, { house, who }, await listBooks(tx, tenant)) }),
    }),
    writeRoute({
      path: '/api/sheet-books',
      allow: can('custody.sheets'),
      summary: 'Prints a book of numbered log sheets for a site, a trader or a processor; the book gets the id of the command',
      body: PrintBook,
      write: ({ data, door, who, envelope }) =>
        door.execute({
          aggregate: bookAggregate,
          ...{ subject: envelope.id, command: { type: 'print-book', ...data }, envelope, who },
          context: async (tx, _state, moment) => {
            const prefix = data.prefix.trim().toUpperCase()
            const [brief] = data.site === null ? [] : await house.sites.briefs(tx, [data.site], who.tenant)
            const overlap = await findBookOverlap(tx, who.tenant, { prefix, from: data.from, to: data.to })
            return {
              happenedOn: dayOf(moment.happenedAt),
              overlap: overlap === null ? null : sheetLabel(prefix, overlap),
              knownSite: data.site === null || brief !== undefined,
              insideTerritory: brief === undefined || isInside(who, brief),
            }
          },
        }),
    }),
  ]
}

function readingRoutes(house: SheetHouse): readonly Route[] {
  return [
    readRoute({
      path: '/api/sheets',
      allow: can('custody.sheets'),
      summary: 'Log sheets that were opened, newest first, with how far their typing is',
      answer: record({ sheets: listOf(SheetSummary) }),
      read: async ({ tx, who }) => accepted({ sheets: await sheetAnswers(tx, { house, who }) }),
    }),
    readRoute({
      path: '/api/sheets/:sheet',
      allow: can('custody.sheets'),
      summary: 'One log sheet: the entries that the reader may see, the cells that differ, what became of its lines',
      params,
      answer: SheetPage,
      read: async ({ tx, who, params: { sheet } }) => {
        const opened = await openedSheet(tx, { doors: house, who }, sheet)
        return opened ? accepted(await pageAnswer(tx, { house, who }, opened)) : refused('unknown-sheet')
      },
    }),
    rawRoute({
      method: 'GET',
      path: '/api/sheets/:sheet/photo',
      allow: can('custody.sheets'),
      summary: 'The photograph of the page',
      schemas: { params },
      answer: async ({ params: raw, who, tenant }) => {
        const read = parse(params, raw)
        if (!read.ok) return badInput(read.faults)
        return house.database.read(async (tx) => {
          const opened = await openedSheet(tx, { doors: house, who }, read.value.sheet)
          const photo = opened && parse(DocumentRef, opened.draft.photo)
          const kept = photo?.ok ? await house.documents.content(tx, tenant, photo.value.sha256) : null
          return kept ? fileReply(kept, 'sheet') : outcomeReply(refused('unknown-sheet'))
        })
      },
    }),
  ]
}

const typingRoutes = (house: SheetHouse): readonly Route[] => [
  openingRoute(house),
  entryRoute(house),
  photoRoute(house),
  postingRoute(house),
]

const changed = (
  route: { readonly path: string; readonly summary: string },
  answer: Parameters<typeof rawRoute>[0]['answer'],
  body: NonNullable<Route['schemas']['body']>,
) => rawRoute({ method: 'POST', ...route, allow: can('custody.sheets'), schemas: { body, answer: Opened }, answer })

const openingRoute = (house: SheetHouse): Route =>
  changed(
    { path: '/api/sheets', summary: 'Opens the typing of one numbered sheet; a number that is open already is given again' },
    async ({ body, who, tenant, now }) => {
      const read = parse(record({ id: SheetId, ...OpenSheet.shape }), body)
      if (!read.ok) return badInput(read.faults)
      const { id, book: asked, number } = read.value
      return outcomeReply(
        await house.database.transaction(async (tx) => {
          const found = await findBook(tx, tenant, asked)
          const [book] = found ? await booksFor(tx, { doors: house, who }, [found]) : []
          if (!book) return refused('unknown-sheet-book')
          if (number < book.from || number > book.to) return refused('sheet-not-in-book', { from: book.from, to: book.to })
          return accepted({ sheet: await openDraft(tx, tenant, { id, book: book.id, number, now }) })
        }),
      )
    },
    record({ id: SheetId, ...OpenSheet.shape }),
  )

const entryRoute = (house: SheetHouse): Route =>
  changed(
    {
      path: '/api/sheets/:sheet/entries',
      summary: 'Keeps one of the two entries of a sheet; said again it takes the place of the one before',
    },
    async ({ body, params: raw, who, tenant, now }) => {
      const [read, at] = [parse(EnterSheet, body), parse(params, raw)]
      if (!read.ok) return badInput(read.faults)
      if (!at.ok) return badInput(at.faults)
      const { pass, content } = read.value
      return outcomeReply(
        await house.database.transaction(async (tx) => {
          const opened = await openedSheet(tx, { doors: house, who }, at.value.sheet)
          if (!opened) return refused('unknown-sheet')
          if (await findSheet(tx, tenant, opened.draft.id)) return refused('sheet-already-posted', { number: opened.draft.number })
          if (pass === 'second' && opened.draft.first === null) return refused('sheet-first-entry-missing')
          await saveEntry(tx, tenant, opened.draft.id, { pass, content, by: who.account, now })
          return accepted({ sheet: at.value.sheet })
        }),
      )
    },
    EnterSheet,
  )

const photoRoute = (house: SheetHouse): Route =>
  changed(
    { path: '/api/sheets/:sheet/photo', summary: 'The photograph of the page, kept before by its hash' },
    async ({ body, params: raw, who, tenant }) => {
      const [read, at] = [parse(AttachPage, body), parse(params, raw)]
      if (!read.ok) return badInput(read.faults)
      if (!at.ok) return badInput(at.faults)
      return outcomeReply(
        await house.database.transaction(async (tx) => {
          const opened = await openedSheet(tx, { doors: house, who }, at.value.sheet)
          if (!opened) return refused('unknown-sheet')
          const [kept] = await house.documents.kept(tx, tenant, [read.value.file.sha256])
          if (!kept) return refused('sheet-photo-missing')
          await savePhoto(tx, tenant, opened.draft.id, kept)
          return accepted({ sheet: at.value.sheet })
        }),
      )
    },
    AttachPage,
  )

const postingRoute = (house: SheetHouse): Route =>
  writeRoute({
    path: '/api/sheets/:sheet/posting',
    allow: can('custody.sheets'),
    summary: 'Posts a sheet on which both entries agree: its lines become bags, or are matched with those that are there',
    params,
    body: PostSheet,
    write: async ({ door, who, tenant, envelope, now, params: { sheet } }) => {
      const opened = await door.read((tx) => openedSheet(tx, { doors: house, who }, sheet))
      if (!opened) return refused('unknown-sheet')
      if (opened.book.kind === 'mine' && !who.capabilities.has('custody.weigh'))
        return refused('not-for-this-book', { kind: opened.book.kind })
      return postSheet({ house, door, who, tenant, envelope, now }, opened)
    },
  })
