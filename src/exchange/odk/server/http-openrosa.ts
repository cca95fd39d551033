/*
/openrosa: what ODK Collect and KoboCollect ask of a server. The list, the forms, and one address that takes submissions. KoboCollect writes its
user's name before the last part; it says nothing that the password does not say, so it is read and not believed. Nothing here redirects.
*/
import { createHash } from 'node:crypto'
import type { Facts } from '../../../kernel/outcome.ts'
import { looseRecord, maybe, parse, record, text } from '../../../kernel/schema.ts'
import type { PublishedForm } from '../../../modules/forms/contract.ts'
import { rawRoute } from '../../../platform/http/build-route.ts'
import { type Incoming, type Reply, type Route, can } from '../../../platform/http/route.ts'
import { readParts } from './multipart.ts'
import type { OdkParts } from './odk-parts.ts'
import { emptyManifestReply, faultIn, formListReply, formReply, messageReply, refusalIn, submissionHeadReply } from './openrosa-wire.ts'
import { type Taken, takeSubmission } from './take-submission.ts'

type Language = 'fr' | 'en'
export interface OpenRosaParts extends OdkParts {
  readonly baseUrl: string
  /** The value of `WWW-Authenticate` for a request that was not let in. */
  readonly challenge: (headers: Incoming['headers']) => string
  readonly sentence: (language: Language, key: string, facts: Facts) => string
  readonly statusOf: (code: string) => number
}

/** More than what is told to clients: a photograph that is itself larger is sent alone, and refused alone. */
const MOST_OF_REQUEST = 24_000_000
const FormParams = record({ form: text(64), version: text(40) })
const allow = can('exchange.openrosa')

export function openRosaRoutes(parts: OpenRosaParts): readonly Route[] {
  const inItsWords: Route['inItsWords'] = (reply, asked) => inOpenRosaWords(parts, reply, asked)
  const both = (last: string): readonly string[] => [`/openrosa/${last}`, `/openrosa/:login/${last}`]
  return [
    ...both('formList').map((path) =>
      rawRoute({
        ...{ method: 'GET', path, allow, inItsWords },
        summary: 'OpenRosa: the current version of every form, with the MD5 of its bytes',
        answer: (incoming) => formList(parts, incoming),
      }),
    ),
    rawRoute({
      ...{ method: 'GET', path: '/openrosa/forms/:form/:version/form.xml', allow, inItsWords },
      summary: 'OpenRosa: one version of a form, exactly the bytes that were hashed',
      schemas: { params: FormParams },
      answer: (incoming) => withForm(parts, incoming, (form) => formReply(form.xform)),
    }),
    rawRoute({
      ...{ method: 'GET', path: '/openrosa/forms/:form/:version/manifest', allow, inItsWords },
      summary: 'OpenRosa: the media of a form; forms that can be published here have none',
      schemas: { params: FormParams },
      answer: (incoming) => withForm(parts, incoming, emptyManifestReply),
    }),
    ...both('submission').flatMap((path) => [
      rawRoute({
        ...{ method: 'HEAD', path, allow, inItsWords },
        summary: 'OpenRosa: whether submissions are taken, and how large',
        answer: async () => submissionHeadReply(),
      }),
      {
        ...rawRoute({
          ...{ method: 'POST', path, allow, inItsWords },
          summary: 'OpenRosa: a filled-in form with its files, whole or in parts; the same again adds only what was missing',
          answer: (incoming) => submission(parts, incoming),
        }),
        takesBytes: MOST_OF_REQUEST,
      },
    ]),
  ]
}

const ListQuery = looseRecord({ formID: maybe(text(64)) })
async function formList(parts: OpenRosaParts, { door, tenant, query }: Incoming): Promise<Reply> {
  const asked = parse(ListQuery, query)
  const wanted = asked.ok ? asked.value.formID : undefined
  const forms = await door.read((tx) => parts.forms.currentForms(tx, tenant))
  return formListReply(
    forms
      .filter((one) => wanted === undefined || one.form === wanted)
      .map(({ form, version, title, xform }) => ({
        ...{ form, version, title, md5: createHash('md5').update(xform, 'utf8').digest('hex') },
        downloadUrl: new URL(
          `/openrosa/forms/${encodeURIComponent(form)}/${encodeURIComponent(version)}/form.xml`,
          parts.baseUrl,
        ).toString(),
      })),
  )
}

async function withForm(parts: OpenRosaParts, incoming: Incoming, answer: (form: PublishedForm) => Reply): Promise<Reply> {
  const asked = parse(FormParams, incoming.params)
  const form = asked.ok ? await incoming.door.read((tx) => parts.forms.published(tx, incoming.tenant, asked.value)) : null
  return form === null ? refusalReply(parts, { code: 'unknown-form-version', facts: asked.ok ? asked.value : {} }, incoming) : answer(form)
}

const SubmissionQuery = looseRecord({ deviceID: maybe(text(200)) })
async function submission(parts: OpenRosaParts, incoming: Incoming): Promise<Reply> {
  const { body, headers, query, who, door, now, language } = incoming
  const read = await readParts(headers['content-type'] ?? '', body instanceof Uint8Array ? body : new Uint8Array())
  if (!read.ok) return refusalReply(parts, read.refusal, incoming)
  const asked = parse(SubmissionQuery, query)
  const device = asked.ok ? (asked.value.deviceID ?? null) : null
  const taken = await takeSubmission(parts, { ...read.value, who, door, now, device, cameBy: 'collect' })
  return taken.ok ? messageReply(201, messageOf(parts, taken.value, language)) : refusalReply(parts, taken.refusal, incoming)
}

/** What the person who holds the telephone reads. */
function messageOf({ sentence }: OpenRosaParts, { state, files }: Taken, language: Language): string {
  const said = [sentence(language, state === 'recorded' ? 'openrosa.recorded' : 'openrosa.to-place', {})]
  const missing = files.named - files.kept - files.refused.length
  if (files.refused.length > 0) said.push(sentence(language, 'openrosa.files-refused', { files: files.refused.length }))
  if (missing > 0) said.push(sentence(language, 'openrosa.files-missing', { kept: files.kept, named: files.named }))
  return said.join(' ')
}

interface Told {
  readonly headers: Incoming['headers']
  readonly language: Language
}
const refusalReply = (parts: OpenRosaParts, { code, facts }: { readonly code: string; readonly facts: Facts }, asked: Told): Reply =>
  inOpenRosaWords(parts, { status: parts.statusOf(code), body: { refusal: { code, facts } } }, asked)

function inOpenRosaWords(parts: OpenRosaParts, { status, body }: Reply, { headers, language }: Told): Reply {
  const refusal = refusalIn(body)
  const more = status === 401 ? { 'www-authenticate': parts.challenge(headers) } : {}
  if (refusal === null) return messageReply(status, parts.sentence(language, 'openrosa.fault', { id: faultIn(body) }), more)
  const key = refusal.code === 'not-signed-in' ? 'openrosa.not-let-in' : `refusal.${refusal.code}`
  return messageReply(status, parts.sentence(language, key, refusal.facts), more)
}
