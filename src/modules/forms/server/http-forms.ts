/* Forms over HTTP: what is published, for everybody who reads sites; reading a workbook and publishing, for those who may. */
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { maybe, mustParse, parse, record, text } from '../../../kernel/schema.ts'
import type { Database } from '../../../platform/database/connect.ts'
import { badInput, outcomeReply, rawRoute, readRoute, writeRoute } from '../../../platform/http/build-route.ts'
import { type Incoming, type Reply, type Route, can } from '../../../platform/http/route.ts'
import { FormList, FormPage, FormTables, FormVersionPage, Reading } from '../domain/answers.ts'
import { Sheets } from '../domain/form.ts'
import { blankFormPage, unprintablePage } from '../page/blank-form.ts'
import { draftRoutes } from './http-drafts.ts'
import { formAggregate, publicationOf } from './publish.ts'
import { readForm, readFormList, readTables, readVersion, readingOf } from './read-forms.ts'
import { findVersion, type WholeVersionRow } from './store-forms.ts'
import { MOST_OF_WORKBOOK, readWorkbook, writeWorkbook } from './workbook.ts'

const formParams = record({ form: text(64) })
export const versionParams = record({ form: text(64), version: text(40) })
const read = can('sites.read')
const publish = can('forms.publish')

export const formRoutes = (database: Pick<Database, 'transaction'>): readonly Route[] => [
  readRoute({
    path: '/api/forms',
    allow: read,
    summary: 'The forms that are published, each with its current version',
    answer: FormList,
    read: async ({ tx, tenant }) => accepted(await readFormList(tx, tenant)),
  }),
  readRoute({
    path: '/api/forms/:form',
    allow: read,
    summary: 'Every version of a form, newest first, with its hash and who signed it',
    params: formParams,
    answer: FormPage,
    read: ({ tx, tenant, params }) => readForm(tx, tenant, params.form),
  }),
  readRoute({
    path: '/api/forms/:form/versions/:version',
    allow: read,
    summary: 'One version with its XForm, as a phone needs it to fill it in',
    params: versionParams,
    answer: FormVersionPage,
    read: ({ tx, tenant, params }) => readVersion(tx, tenant, params),
  }),
  readRoute({
    path: '/api/forms/:form/versions/:version/tables',
    allow: read,
    summary: 'The same version for who reads or edits it: the tables it was made from, its questions in outline',
    params: versionParams,
    answer: FormTables,
    read: ({ tx, tenant, params }) => readTables(tx, tenant, params),
  }),
  ...downloads(),
  blankForm,
  ...publishing(),
  ...draftRoutes(database),
]

const downloads = (): readonly Route[] => [
  download('/api/forms/:form/versions/:version/xform', 'The XForm: exactly the bytes that were hashed', (row) => ({
    body: row.xform,
    contentType: 'application/xml; charset=utf-8',
    ending: 'xml',
  })),
  download('/api/forms/:form/versions/:version/workbook', 'The tables of the form as an XLSForm workbook (.xlsx)', (row) => ({
    body: Buffer.from(writeWorkbook(mustParse(Sheets, row.sheets))),
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ending: 'xlsx',
  })),
]

interface File {
  readonly body: string | Buffer
  readonly contentType: string
  readonly ending: string
}
function download(path: string, summary: string, fileOf: (row: WholeVersionRow) => File): Route {
  return rawRoute({
    ...{ method: 'GET', path, summary, allow: read },
    schemas: { params: versionParams },
    answer: async (incoming): Promise<Reply> => {
      const params = parse(versionParams, incoming.params)
      if (!params.ok) return badInput(params.faults)
      const row = await incoming.door.read((tx) => findVersion(tx, incoming.tenant, params.value))
      if (row === null) return outcomeReply(refused('unknown-form-version', params.value))
      const { body, contentType, ending } = fileOf(row)
      const name = `${row.form}-${row.version}`.replaceAll(/[^A-Za-z0-9._-]/g, '')
      return { status: 200, body, contentType, headers: { 'content-disposition': `attachment; filename="${name}.${ending}"` } }
    },
  })
}

/** `?language=` says in which language; the form itself may have others. */
const blankForm: Route = rawRoute({
  method: 'GET',
  path: '/api/forms/:form/versions/:version/print',
  allow: read,
  summary: 'The form on A4, empty, to be filled in by hand',
  schemas: { params: versionParams },
  answer: async (incoming): Promise<Reply> => {
    const params = parse(versionParams, incoming.params)
    if (!params.ok) return badInput(params.faults)
    const found = await incoming.door.read((tx) => readTables(tx, incoming.tenant, params.value))
    if (!found.ok) return outcomeReply(found)
    const { version, isCurrent, outline } = found.value
    const page =
      outline === null
        ? unprintablePage(version.title, incoming.language)
        : blankFormPage({ version, isCurrent, outline }, incoming.language)
    return { status: 200, body: page.html, contentType: 'text/html; charset=utf-8' }
  },
})

const Publication = record({ sheets: Sheets, basedOn: maybe(text(40)), note: maybe(text(1000)) })
const ToRead = record({ sheets: Sheets })

const publishing = (): readonly Route[] => [
  writeRoute({
    path: '/api/forms',
    allow: publish,
    summary: 'A version of a form is published, from its tables; it never changes again',
    body: Publication,
    write: async ({ door, who, data, envelope }) => {
      const publication = publicationOf(data.sheets, { basedOn: data.basedOn, note: data.note })
      if (!publication.ok) return publication
      const command = publication.value
      return door.execute({ aggregate: formAggregate, subject: command.form, command, context: async () => null, envelope, who })
    },
  }),
  {
    ...rawRoute({
      method: 'POST',
      path: '/api/forms/workbook',
      summary:
        'Reads an XLSForm workbook (.xlsx or .xls): what it would become, or what is wrong by sheet, row and column; publishes nothing',
      allow: publish,
      schemas: { answer: Reading },
      answer: async (incoming) => {
        const sheets = readWorkbook(incoming.body instanceof Uint8Array ? incoming.body : new Uint8Array())
        return outcomeReply(sheets.ok ? await readingFor(incoming, sheets.value) : sheets)
      },
    }),
    takesBytes: MOST_OF_WORKBOOK,
  },
  rawRoute({
    method: 'POST',
    path: '/api/forms/reading',
    summary: 'The same for tables that are edited on the screen; publishes nothing',
    allow: publish,
    schemas: { body: ToRead, answer: Reading },
    answer: async (incoming) => {
      const given = parse(ToRead, incoming.body)
      return given.ok ? outcomeReply(await readingFor(incoming, given.value.sheets)) : badInput(given.faults)
    },
  }),
]

const readingFor = async (incoming: Incoming, sheets: Parameters<typeof readingOf>[2]['sheets']): Promise<Outcome<Reading>> =>
  accepted(await incoming.door.read((tx) => readingOf(tx, incoming.tenant, { sheets, fallbackName: '' })))
