/*
A body as JSON, read with suspicion: UTF-8 only, no names that change what objects are, nothing that the database cannot hold, no deeper
than anybody writes by hand. What is wrong is named by its place.
*/
import { isUtf8 } from 'node:buffer'
import type { Reply } from '../../../platform/http/route.ts'
import { captureError, invalid, problem } from './errors.ts'

export type Body = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly reply: Reply }

const DEEPEST = 64

export function readBody(body: unknown, contentType: string | undefined): Body {
  const refuse = (reply: Reply): Body => ({ ok: false, reply })
  const type = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (type !== 'application/json' && type !== 'application/ld+json') return refuse(problem('UnsupportedMediaTypeException'))
  if (!Buffer.isBuffer(body) || body.length === 0) return refuse(notRead('', 'the body is empty'))
  if (!isUtf8(body)) return refuse(notRead('', 'the body is not UTF-8'))
  const value = parsed(body.toString('utf8'))
  if (value === undefined) return refuse(notRead('', 'the body is not JSON'))
  const fault = faultIn(value, '', 0)
  return fault === null ? { ok: true, value } : refuse(notRead(fault.path, fault.what))
}
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
const notRead = (path: string, what: string): Reply => invalid([{ ...captureError('ValidationException', `${path}: ${what}`), path }])

interface Fault {
  readonly path: string
  readonly what: string
}
function faultIn(value: unknown, path: string, depth: number): Fault | null {
  if (depth > DEEPEST) return { path: path.slice(0, 400), what: 'too-deep' }
  if (typeof value === 'string') return isStorable(value) ? null : { path, what: 'text-with-null-character' }
  if (typeof value === 'number') return Number.isFinite(value) ? null : { path, what: 'number-too-large' }
  if (typeof value !== 'object' || value === null) return null
  for (const [name, one] of Object.entries(value)) {
    if (name === '__proto__' || name === 'constructor' || name === 'prototype' || !isStorable(name)) return { path, what: 'name-not-taken' }
    const fault = faultIn(one, `${path}/${name.slice(0, 200).replaceAll('~', '~0').replaceAll('/', '~1')}`, depth + 1)
    if (fault) return fault
  }
  return null
}
/** The database holds no null character and no half of a pair. */
const isStorable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed()
