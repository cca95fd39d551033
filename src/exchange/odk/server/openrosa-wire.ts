/*
What goes over the wire to ODK Collect and its like: the list of forms, the list of media, the answer to a submission, and our refusals in a form
that a telephone shows. Collect takes nothing for a success but 201 and 202, and shows `message` to the person who holds it.
*/
import type { Refusal } from '../../../kernel/outcome.ts'
import type { Reply } from '../../../platform/http/route.ts'

/** Collect splits a submission above it; a single photograph may be as large as documents take. */
export const ACCEPTED_BYTES = 10_000_000
const XML = 'text/xml; charset=utf-8'
const HEADERS = { 'x-openrosa-version': '1.0' } as const
export const submissionHeaders = { ...HEADERS, 'x-openrosa-accept-content-length': String(ACCEPTED_BYTES) } as const

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&apos;')
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const said = (status: number, body: string, headers: Reply['headers'] = {}): Reply => ({
  status,
  body,
  contentType: XML,
  headers: { ...HEADERS, ...headers },
})

export interface ListedForm {
  readonly form: string
  readonly version: string
  readonly title: string
  /** Of exactly the bytes that the address gives. */
  readonly md5: string
  readonly downloadUrl: string
}
export function formListReply(forms: readonly ListedForm[]): Reply {
  const one = ({ form, version, title, md5, downloadUrl }: ListedForm): string =>
    `<xform><formID>${escape(form)}</formID><name>${escape(title)}</name><version>${escape(version)}</version><hash>md5:${md5}</hash><downloadUrl>${escape(downloadUrl)}</downloadUrl></xform>`
  return said(200, `${HEAD}<xforms xmlns="http://openrosa.org/xforms/xformsList">${forms.map(one).join('')}</xforms>`)
}

/** No form that can be published here has media. */
export const emptyManifestReply = (): Reply => said(200, `${HEAD}<manifest xmlns="http://openrosa.org/xforms/xformsManifest"></manifest>`)

export const formReply = (xform: string): Reply => said(200, xform)
export const submissionHeadReply = (): Reply => ({ status: 204, body: undefined, headers: submissionHeaders })

export const messageReply = (status: number, message: string, headers: Reply['headers'] = {}): Reply =>
  said(
    status,
    `${HEAD}<OpenRosaResponse xmlns="http://openrosa.org/http/response"><message>${escape(message)}</message></OpenRosaResponse>`,
    {
      ...submissionHeaders,
      ...headers,
    },
  )

/** What the server itself refused, as it stands in a reply; null where it is no refusal. */
export function refusalIn(body: unknown): Refusal | null {
  const refusal = partOf(body, 'refusal')
  const code = partOf(refusal, 'code')
  if (typeof code !== 'string') return null
  const facts = Object.entries(partOf(refusal, 'facts') ?? {}).filter(([, fact]) => typeof fact === 'string' || typeof fact === 'number')
  return { code, facts: Object.fromEntries(facts) }
}
export const faultIn = (body: unknown): string => String(partOf(partOf(body, 'fault'), 'id') ?? '')
const partOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? new Map<string, unknown>(Object.entries(value)).get(name) : undefined
