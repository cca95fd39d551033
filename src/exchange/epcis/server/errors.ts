/* Errors as EPCIS says them: RFC 7807 with a type of its own list. English, as the standard is; `code` is beside it for our own screens. */
import type { Reply } from '../../../platform/http/route.ts'
import type { Problem } from '../domain/problem.ts'

const exceptions = {
  ValidationException: [400, 'The document is not valid EPCIS; see errors.'],
  QueryParameterException: [400, 'A parameter of the query is unknown or cannot be read; it was not ignored.'],
  QueryValidationException: [400, 'The query is not valid.'],
  SubscriptionControlsException: [400, 'The subscription is not valid.'],
  SecurityException: [403, 'This account may not do that.'],
  NoSuchNameException: [404, 'No query has this name.'],
  NoSuchResourceException: [404, 'Nothing has this address.'],
  NotAcceptableException: [406, 'What the headers ask for cannot be answered.'],
  ResourceAlreadyExistsException: [409, 'There is one already.'],
  CaptureLimitExceededException: [413, 'The document is larger than what is taken at once.'],
  QueryTooLargeException: [413, 'More events fit than the query allows.'],
  QueryTooComplexException: [413, 'The query names more values than are taken at once.'],
  URITooLongException: [414, 'The address is too long.'],
  UnsupportedMediaTypeException: [415, 'Only application/json and application/ld+json are taken.'],
  ImplementationException: [500, 'The server failed; the operator finds it under the identifier in detail.'],
} as const
export type Exception = keyof typeof exceptions

export interface CaptureError {
  readonly type: string
  readonly title: string
  readonly detail: string
  readonly path?: string
  readonly eventIndex?: number | null
}

export const PROBLEM = 'application/problem+json; charset=utf-8'

interface Said {
  readonly detail?: string
  readonly errors?: readonly CaptureError[]
  readonly status?: number
  readonly code?: string
}
export function problem(exception: Exception, { detail, errors, status, code }: Said = {}): Reply {
  const [usual, title] = exceptions[exception]
  const body = {
    type: `epcisException:${exception}`,
    title,
    status: status ?? usual,
    ...(detail === undefined ? {} : { detail }),
    ...(errors === undefined ? {} : { errors }),
    ...(code === undefined ? {} : { code }),
  }
  const login = body.status === 401 ? { 'www-authenticate': 'Bearer realm="chanzo"' } : {}
  return { status: body.status, body: JSON.stringify(body), contentType: PROBLEM, headers: login }
}

/** One fault of one event, as the job and the answer name it. */
export const captureError = (exception: Exception, detail: string, eventIndex: number | null = null): CaptureError => ({
  type: `epcisException:${exception}`,
  title: exceptions[exception][1],
  detail,
  eventIndex,
})
export const errorOf = ({ path, reason, detail, eventIndex }: Problem): CaptureError => ({
  type: 'epcisException:ValidationException',
  title: reason,
  detail: detail === '' ? `${path}: ${reason}` : `${path}: ${reason} (${detail})`,
  path,
  eventIndex,
})
/** The whole document, with its first fault in words. */
export const invalid = (errors: readonly CaptureError[]): Reply =>
  problem('ValidationException', { errors: errors.slice(0, 200), ...(errors[0] ? { detail: errors[0].detail } : {}) })

/** What the server itself refuses, said again in the words of the standard. */
export function inEpcisWords({ status, body }: Reply): Reply {
  const fault = partOf(partOf(body, 'fault'), 'id')
  if (fault !== undefined) return problem('ImplementationException', { detail: String(fault) })
  const code = String(partOf(partOf(body, 'refusal'), 'code'))
  if (status === 401)
    return problem('SecurityException', { status: 401, code, detail: 'Sign in, or send a token: Authorization: Bearer …' })
  if (status === 403) return problem('SecurityException', { code })
  if (status === 413) return problem('CaptureLimitExceededException', { code })
  if (status === 415) return problem('UnsupportedMediaTypeException', { code })
  if (status === 503) return problem('ImplementationException', { status, code, detail: 'Busy; send it again in a moment.' })
  return problem(status >= 500 ? 'ImplementationException' : 'ValidationException', { status, code, detail: 'The request cannot be read.' })
}
const partOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? new Map<string, unknown>(Object.entries(value)).get(name) : undefined
