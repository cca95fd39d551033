/*
A client that does what ODK Collect does, over any transport: it answers a Digest challenge, reads the list, refuses a form without a hash or with a
wrong one, asks with HEAD before it sends, splits what is too large, and takes nothing for a success but 201 and 202. Written from its behaviour.
*/
import { createHash, randomBytes } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { chunkOf } from '../src/modules/documents/domain/read-png.ts'

export interface WireRequest {
  readonly method: 'GET' | 'HEAD' | 'POST'
  readonly path: string
  readonly headers: { readonly [name: string]: string }
  readonly body?: Buffer
}
export interface WireAnswer {
  readonly status: number
  readonly headers: { readonly [name: string]: string }
  readonly text: string
}
/** Rejects when the line breaks. */
export type Transport = (request: WireRequest) => Promise<WireAnswer>

export const directTo =
  (app: FastifyInstance): Transport =>
  async ({ method, path, headers, body }) => {
    const answer = await app.inject({ method, url: path, headers, ...(body ? { payload: body } : {}) })
    const plain = Object.entries(answer.headers).map(([name, value]) => [name, String(value)])
    return { status: answer.statusCode, headers: Object.fromEntries(plain), text: answer.body }
  }

/** Every third request is lost: now before the server saw it, now after it answered. */
export function badLine(to: Transport): Transport & { readonly lost: () => number } {
  let sent = 0
  let lost = 0
  const line = async (request: WireRequest): Promise<WireAnswer> => {
    sent++
    if (sent % 3 !== 0) return to(request)
    lost++
    if (lost % 2 === 0) await to(request)
    throw new Error('the line broke')
  }
  return Object.assign(line, { lost: () => lost })
}

export interface PhoneFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly type?: string
  /** The file name as raw bytes, for telephones that write other alphabets. */
  readonly rawName?: Buffer
}
export interface Listed {
  readonly form: string
  readonly version: string
  readonly hash: string
  readonly downloadUrl: string
}
const md5 = (text: string): string => createHash('md5').update(text, 'utf8').digest('hex')
const all = (xml: string, element: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, 'g'))].map(([, text = '']) => text)
const pathOf = (url: string): string => {
  const { pathname, search } = new URL(url, 'http://phone')
  return pathname + search
}

/** A request whose line broke goes out once more, as the phone's network library does. */
const twice =
  (line: Transport): Transport =>
  async (request) => {
    try {
      return await line(request)
    } catch {
      return line(request)
    }
  }

export function collectPhone(once: Transport, { user, password, root = '/openrosa' }: { user: string; password: string; root?: string }) {
  const line = twice(once)
  let challenge: { readonly realm: string; readonly nonce: string } | null = null
  let turn = 0
  const digest = (method: string, path: string): { readonly authorization?: string } => {
    if (challenge === null) return {}
    const [nc, cnonce] = [String(++turn).padStart(8, '0'), randomBytes(8).toString('hex')]
    const ha1 = md5(`${user}:${challenge.realm}:${password}`)
    const response = md5(`${ha1}:${challenge.nonce}:${nc}:${cnonce}:auth:${md5(`${method}:${path}`)}`)
    const parts = `username="${user}", realm="${challenge.realm}", nonce="${challenge.nonce}", uri="${path}", response="${response}"`
    return { authorization: `Digest ${parts}, qop=auth, nc=${nc}, cnonce="${cnonce}", algorithm=MD5` }
  }
  const ask = async (request: Omit<WireRequest, 'headers'> & { readonly headers?: WireRequest['headers'] }): Promise<WireAnswer> => {
    const sendNow = () =>
      line({
        ...request,
        headers: { ...request.headers, 'x-openrosa-version': '1.0', 'user-agent': 'collect', ...digest(request.method, request.path) },
      })
    const answer = await sendNow()
    const asked = answer.headers['www-authenticate'] ?? ''
    const isFirst = challenge === null
    const [realm, nonce] = [/Digest .*?realm="([^"]*)"/.exec(asked)?.[1], /nonce="([^"]*)"/.exec(asked)?.[1]]
    if (answer.status !== 401 || realm === undefined || nonce === undefined || !(isFirst || asked.includes('stale=true'))) return answer
    challenge = { realm, nonce }
    return sendNow()
  }
  return {
    ask,
    list: async (): Promise<readonly Listed[]> => {
      const answer = await ask({ method: 'GET', path: `${root}/formList` })
      if (answer.status !== 200) throw new Error(`the list was not given: ${answer.status}`)
      if (answer.headers['x-openrosa-version'] === undefined || !answer.headers['content-type']?.includes('text/xml'))
        throw new Error('not an OpenRosa server')
      const [forms, versions, hashes, urls] = [
        all(answer.text, 'formID'),
        all(answer.text, 'version'),
        all(answer.text, 'hash'),
        all(answer.text, 'downloadUrl'),
      ]
      return forms.map((form, at) => ({ form, version: versions[at] ?? '', hash: hashes[at] ?? '', downloadUrl: urls[at] ?? '' }))
    },
    download: async (listed: Listed): Promise<string> => {
      if (!/^md5:[0-9a-f]{32}$/.test(listed.hash)) throw new Error('a form without hash')
      const answer = await ask({ method: 'GET', path: pathOf(listed.downloadUrl) })
      if (answer.status !== 200 || `md5:${md5(answer.text)}` !== listed.hash) throw new Error('the form is not the one of the list')
      return answer.text
    },
    /** All parts, as Collect sends them; throws at the first that is no success. */
    send: async (xml: string, files: readonly PhoneFile[] = []): Promise<WireAnswer> => {
      const head = await ask({ method: 'HEAD', path: `${root}/submission` })
      if (head.status !== 204) throw new Error(`not an OpenRosa server: ${head.status}`)
      const parts = split(xml, files, Number(head.headers['x-openrosa-accept-content-length']))
      let last: WireAnswer | null = null
      for (const [at, part] of parts.entries()) {
        last = await post(xml, part, at < parts.length - 1)
        if (last.status !== 201 && last.status !== 202) return last
      }
      if (last === null) throw new Error('nothing was sent')
      return last
    },
    sendPart: (xml: string, files: readonly PhoneFile[], isIncomplete: boolean) => post(xml, files, isIncomplete),
  }
  function post(xml: string, files: readonly PhoneFile[], isIncomplete: boolean): Promise<WireAnswer> {
    const boundary = randomBytes(12).toString('hex')
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
    return ask({
      method: 'POST',
      path: `${root}/submission?deviceID=collect%3A1`,
      headers,
      body: bodyOf(boundary, { xml, files, isIncomplete }),
    })
  }
}

/** At most a hundred files in a request, and no more bytes than the server said. */
function split(xml: string, files: readonly PhoneFile[], most: number): readonly (readonly PhoneFile[])[] {
  const parts: PhoneFile[][] = [[]]
  let bytes = xml.length
  for (const file of files) {
    const part = parts.at(-1) ?? []
    if (part.length > 0 && (part.length >= 100 || bytes + file.bytes.length > most)) {
      parts.push([file])
      bytes = xml.length + file.bytes.length
    } else {
      part.push(file)
      bytes += file.bytes.length
    }
  }
  return parts
}

export interface Sent {
  readonly xml: string
  readonly files: readonly PhoneFile[]
  readonly isIncomplete: boolean
}
export function bodyOf(boundary: string, { xml, files, isIncomplete }: Sent): Buffer {
  const part = (head: Buffer, content: Uint8Array): Buffer =>
    Buffer.concat([Buffer.from(`--${boundary}\r\n`), head, Buffer.from('\r\n\r\n'), content, Buffer.from('\r\n')])
  const fileHead = (field: string, name: Buffer, type: string): Buffer =>
    Buffer.concat([
      Buffer.from(`Content-Disposition: form-data; name="${field}"; filename="`),
      name,
      Buffer.from(`"\r\nContent-Type: ${type}`),
    ])
  return Buffer.concat([
    part(fileHead('xml_submission_file', Buffer.from('form.xml'), 'text/xml'), Buffer.from(xml)),
    ...files.map((file) => part(fileHead('file', file.rawName ?? Buffer.from(file.name), file.type ?? 'image/png'), file.bytes)),
    ...(isIncomplete ? [part(Buffer.from('Content-Disposition: form-data; name="*isIncomplete*"'), Buffer.from('yes'))] : []),
    Buffer.from(`--${boundary}--\r\n`),
  ])
}

/** A grey picture of so many points that does not pack: as large on the way as a photograph. */
export function noisePng(side: number): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head[8] = 8
  const rows = randomBytes(side * (side + 1))
  for (let at = 0; at < rows.length; at += side + 1) rows[at] = 0
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  return Buffer.concat([
    signature,
    chunkOf('IHDR', head),
    chunkOf('IDAT', deflateSync(rows, { level: 0 })),
    chunkOf('IEND', new Uint8Array()),
  ])
}
