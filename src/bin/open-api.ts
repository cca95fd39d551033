/*
OpenAPI 3.1 of every route, emitted from the same schemas that parse the requests, so it cannot drift from them. The routes do not change while
the program runs, so the text is made once, when somebody first asks: it takes some hundred milliseconds, and strangers may ask for it.
*/
import { toJsonSchema } from '../kernel/schema.ts'
import { rawRoute } from '../platform/http/build-route.ts'
import { type Route, anyone, needsOf } from '../platform/http/route.ts'
import { version } from './version.ts'

export function openApiRoute(routes: readonly Route[]): Route {
  let text: string | undefined
  return rawRoute({
    method: 'GET',
    path: '/api/openapi.json',
    allow: anyone,
    summary: 'This interface, as OpenAPI 3.1',
    answer: async () => ({ status: 200, contentType: 'application/json; charset=utf-8', body: (text ??= JSON.stringify(openApi(routes))) }),
  })
}

/** The document as plain data. */
export function openApi(routes: readonly Route[]): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const route of routes) {
    const path = route.path.replaceAll(/:([A-Za-z]+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) }
  }
  return { openapi: '3.1.0', info: { title: 'Chanzo', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } }, paths }
}

function operation(route: Route): object {
  const { params, query, body, answer } = route.schemas
  const names = [...route.path.matchAll(/:([A-Za-z]+)/g)].map((found) => found[1])
  const inPath = names.map((name) => ({ name, in: 'path', required: true, schema: fieldOf(params, name ?? '') }))
  const inQuery = query ? Object.keys(fieldsOf(query)).map((name) => ({ name, in: 'query', schema: fieldOf(query, name) })) : []
  const success = route.kind === 'page' ? { 'text/html': {} } : { 'application/json': answer ? { schema: toJsonSchema(answer) } : {} }
  return {
    summary: route.summary,
    'x-allow': needsOf(route.allow).join(' | ') || route.allow.kind,
    ...(inPath.length + inQuery.length > 0 ? { parameters: [...inPath, ...inQuery] } : {}),
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: toJsonSchema(body) } } } } : {}),
    responses: {
      200: { description: 'done', content: success },
      default: { description: 'a refusal: its code and the facts that explain it' },
    },
  }
}

type AnySchema = NonNullable<Route['schemas']['params']>
const isObject = (value: unknown): value is { readonly [name: string]: unknown } => typeof value === 'object' && value !== null
function fieldsOf(schema: AnySchema): { readonly [name: string]: unknown } {
  const { properties } = { properties: undefined, ...toJsonSchema(schema) }
  return isObject(properties) ? properties : {}
}
const fieldOf = (schema: AnySchema | undefined, name: string): unknown => (schema ? (fieldsOf(schema)[name] ?? {}) : { type: 'string' })
