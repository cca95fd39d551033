/*
Certificates of other member states for the people of the desk: who sent them and when, what is in them, and that nobody here has verified them. For those who
certify or oversee; a body that trades reads none of others, as at the protocol itself.
*/
import { todayAt } from '../../../kernel/calendar.ts'
import { accepted, refused } from '../../../kernel/outcome.ts'
import { type Infer, asId, calendarDate, decimal, id, looseRecord, maybe, mustParse, orNull, record, text } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { readRoute } from '../../../platform/http/build-route.ts'
import { type Route, can } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import { ReceivedDetail, ReceivedList, type ReceivedSummary } from '../contract-received.ts'
import type { CertificateParts } from './receive-certificate.ts'
import { type ReceivedMoreRow, findReceivedMore, listReceivedMore } from './store-certificates.ts'

const PAGE = 100
const Named = looseRecord({ name: text(), physicalAddress: looseRecord({ country: text() }) })
const Content = looseRecord({
  ...{ lotNumber: text(), exporter: Named, importer: Named, typeOfOre: text(), lotWeight: decimal(), lotWeightUOM: text() },
  ...{ lotGrade: text(), mineralOrigin: text(), customsValue: text(), shipmentRoute: maybe(text()), transportCompany: maybe(text()) },
  ...{
    dateOfShipment: calendarDate(),
    dateOfVerification: calendarDate(),
    dateOfIssuance: calendarDate(),
    dateOfExpiration: calendarDate(),
  },
  ...{ memberStateIssuingAuthority: text(), certificateFile: text(1000), certificateFileHash: maybe(text()) },
})
type Content = Infer<typeof Content>

const oversees = ({ capabilities }: Who): boolean =>
  ['certificates.verify', 'certificates.validate', 'exchange.icglr-read'].some((one) => capabilities.has(one)) ||
  (capabilities.has('custody.read') && capabilities.has('reports.read'))

export const receivedRoutes = (parts: CertificateParts): readonly Route[] => [
  readRoute({
    path: '/api/received-certificates',
    allow: can('certificates.read'),
    summary: 'Certificates of other member states as they were received, newest first; for those who certify or oversee',
    query: record({ before: maybe(id('received-certificate')) }),
    answer: ReceivedList,
    read: async ({ tx, tenant, who, now, query }) => {
      if (!oversees(who)) return accepted({ certificates: [], next: null })
      const rows = await listReceivedMore(tx, tenant, { before: query.before ?? null, limit: PAGE + 1 })
      const certificates = rows.slice(0, PAGE).map((row) => summaryOf(row, { today: todayAt(now), baseUrl: parts.baseUrl }))
      return accepted({ certificates, next: rows.length > PAGE ? (rows[PAGE - 1]?.id ?? null) : null })
    },
  }),
  readRoute({
    path: '/api/received-certificates/:country/:identifier',
    allow: can('certificates.read'),
    summary: 'One certificate of another member state: its facts, who sent it and when, and whether its file can be compared',
    params: record({ country: text(2), identifier: text(60) }),
    answer: ReceivedDetail,
    read: async ({ tx, tenant, who, now, params }) => {
      const row = oversees(who) ? await findReceivedMore(tx, tenant, params) : null
      return row === null
        ? refused('unknown-certificate')
        : accepted(detailOf(row, { today: todayAt(now), baseUrl: parts.baseUrl, sentBy: await senderOf(tx, parts, { row, tenant }) }))
    },
  }),
]

function summaryOf(row: ReceivedMoreRow, { today, baseUrl }: { readonly today: string; readonly baseUrl: string }): ReceivedSummary {
  const content = mustParse(Content, row.content)
  const hash = content.certificateFileHash === undefined ? 'without-hash' : 'with-hash'
  return {
    ...{ country: row.country, identifier: row.identifier, lotNumber: content.lotNumber, exporterName: content.exporter.name },
    ...{ typeOfOre: content.typeOfOre, massGrams: Math.round(content.lotWeight * (content.lotWeightUOM === 'TNE' ? 1_000_000 : 1000)) },
    ...{ issuedOn: content.dateOfIssuance, expiresOn: content.dateOfExpiration, expired: today > content.dateOfExpiration },
    ...{ receivedAt: row.receivedAt, verification: content.certificateFile.startsWith(baseUrl) ? 'file-of-ours' : hash },
  }
}

function detailOf(row: ReceivedMoreRow, { sentBy, ...asked }: Parameters<typeof summaryOf>[1] & { readonly sentBy: string | null }) {
  const content: Content = mustParse(Content, row.content)
  return {
    certificate: summaryOf(row, asked),
    ...{ importer: `${content.importer.name}, ${content.importer.physicalAddress.country}`, grade: content.lotGrade },
    ...{ origin: content.mineralOrigin, customsValue: content.customsValue, shipmentOn: content.dateOfShipment },
    ...{ route: content.shipmentRoute ?? null, transport: content.transportCompany ?? null },
    ...{ authority: content.memberStateIssuingAuthority, verifiedOn: content.dateOfVerification },
    ...{ file: content.certificateFile, fileHash: content.certificateFileHash ?? null, sentBy },
  }
}

const Actor = looseRecord({ account: text(), organisation: orNull(text()), role: orNull(text()) })
/** The body that the key belongs to; else the name that the machine was given. Never the name of a person. */
async function senderOf(
  tx: Tx,
  { people, nameOf }: CertificateParts,
  { row, tenant }: { readonly row: ReceivedMoreRow; readonly tenant: string },
): Promise<string | null> {
  const { account, organisation, role } = mustParse(Actor, row.actor)
  const [body] = organisation === null ? [] : await people.organisations(tx, [asId('organisation', organisation)], tenant)
  const isMachine = (role ?? '').split('+').includes('integrator')
  return body?.name ?? (isMachine ? ((await nameOf?.(tx, account)) ?? null) : null)
}
