/*
Central's OData feed of submissions: typed values, groups as objects, positions as GeoJSON. `__id` stays what a submission was called first, while
`meta.instanceID` is what it is called since its last edit. Rows of repeats are in it only when they were asked for (`$expand=*`).
*/
import {
  type AskedGroup,
  type Review,
  type Said,
  type ServerPart,
  type Stranger,
  instanceIdOf,
  instantOf,
  readValues,
  reviews,
} from '../domain/records.ts'
import { fileAnswers } from './file-answers.ts'
import { type Forms, type SubmissionRead, formFor, isKeyed, notUnderstood, problem, readOf, textOrNull } from './submission-read.ts'

interface Keyed {
  readonly [name: string]: unknown
}

export function readCentralOdata(file: string, value: readonly unknown[], forms: Forms): readonly SubmissionRead[] {
  return value.map((row, at) => {
    const place = { file, row: at + 1 }
    return isKeyed(row) ? readOne(place, row, forms) : notUnderstood(place, problem('not-a-submission'))
  })
}

function readOne(place: Pick<SubmissionRead, 'file' | 'row'>, row: Keyed, forms: Forms): SubmissionRead {
  const system = isKeyed(row['__system']) ? row['__system'] : {}
  const meta = isKeyed(row['meta']) ? row['meta'] : {}
  const version = textOrNull(system['formVersion'])
  const { form, readAs } = formFor(forms, version)
  const first = instanceIdOf(row['__id'])
  const instanceID = instanceIdOf(meta['instanceID']) ?? first
  const { values, problems, strangers } = readValues(form.parts, odataSaid(row, ''))
  const deleted = textOrNull(system['deletedAt']) === null ? [] : [problem('deleted-on-its-server')]
  return readOf(place, {
    instanceID,
    record: {
      instanceID: instanceID ?? '',
      form: { id: form.id, version: version ?? form.version },
      values,
      server: serverPart(system, first === instanceID ? null : first),
    },
    problems: [...deleted, ...problems],
    strangers,
    files: [...fileAnswers(form.parts, values).values()].map((name) => ({ name, keptAs: null })),
    readAs,
  })
}

function serverPart(system: Keyed, first: string | null): ServerPart {
  const review = reviews.find((one): one is Review => one === system['reviewState']) ?? null
  return { submittedAt: instantOf(system['submissionDate']), review, ...(first === null ? {} : { first }) }
}

/** Names may hold what OData does not allow; Central writes a line in its place. */
const odataName = (name: string): string => name.replace(/[^A-Za-z0-9_]/g, '_').replace(/^(?=\d)/, '_')
const LINK = '@odata.navigationLink'

function odataSaid(row: Keyed, prefix: string): Said {
  const [asked, groups] = [new Set<string>(), new Set<string>()]
  const at = (path: string): { readonly value: unknown; readonly linked: boolean } => {
    let [here, own]: [Keyed, string] = [row, '']
    const names = path.slice(prefix.length).split('/')
    for (const name of names.slice(0, -1)) {
      const key = name in here ? name : odataName(name)
      own = `${own}${key}/`
      groups.add(own)
      const inside = here[key]
      if (!isKeyed(inside)) return { value: undefined, linked: false }
      here = inside
    }
    const last = names.at(-1) ?? ''
    const key = last in here ? last : odataName(last)
    asked.add(`${own}${key}`)
    return { value: here[key], linked: `${key}${LINK}` in here }
  }
  const strangersIn = (inside: Keyed, path: string): readonly Stranger[] =>
    Object.entries(inside).flatMap(([name, value]) => {
      const own = `${path}${name}`
      const isOfServer = name.startsWith('__') || name.includes('@odata.') || own === 'meta'
      if (isOfServer || asked.has(own) || isBlank(value)) return []
      if (isKeyed(value)) return strangersIn(value, `${own}/`)
      return [{ question: `${prefix}${own}`, found: (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 2000) }]
    })
  return {
    answer: ({ path }) => at(path).value,
    rows: ({ path }: AskedGroup) => {
      const { value, linked } = at(path)
      if (value === undefined || value === null) return linked && value === undefined ? null : []
      return Array.isArray(value) && value.every(isKeyed) ? value.map((one) => odataSaid(one, `${path}/`)) : null
    },
    strangers: () => strangersIn(row, ''),
  }
}
const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
