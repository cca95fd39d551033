/* How Kobo tells a submission, in JSON and in its tables: flat, every key the whole path, repeats as lists, what nobody answered left out. */
import { type AttachedFile, isKeyed, textOrNull } from './submission-read.ts'
import { type AskedGroup, type Review, type Said, type ServerPart, instanceIdOf, instantOf } from '../domain/records.ts'

export interface KoboRow {
  readonly [key: string]: unknown
}

export function koboSaid(row: KoboRow): Said {
  const asked = new Set<string>()
  return {
    answer: ({ path }) => {
      asked.add(path)
      return row[path]
    },
    rows: ({ path }: AskedGroup) => {
      asked.add(path)
      const rows = row[path]
      if (rows === undefined || rows === null || rows === '') return []
      return Array.isArray(rows) && rows.every(isKeyed) ? rows.map((one) => koboSaid(one)) : null
    },
    strangers: () =>
      Object.entries(row)
        .filter(([key, value]) => !asked.has(key) && !isOfServer(key) && !isBlank(value))
        .map(([question, value]) => ({ question, found: (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 2000) })),
  }
}
const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
const isOfServer = (key: string): boolean => key.startsWith('_') || key.startsWith('meta/') || key === 'formhub/uuid'

const reviewWords: { readonly [uid: string]: Review | undefined } = {
  validation_status_approved: 'approved',
  validation_status_not_approved: 'rejected',
  validation_status_on_hold: 'hasIssues',
  approved: 'approved',
  'not approved': 'rejected',
  'on hold': 'hasIssues',
}

export const koboInstanceId = (row: KoboRow): string | null => instanceIdOf(row['meta/instanceID']) ?? instanceIdOf(row['_uuid'])

export function koboServerPart(row: KoboRow): ServerPart {
  const status = row['_validation_status']
  const uid = isKeyed(status) ? textOrNull(status['uid']) : textOrNull(status)
  const [id, first, replaces] = [koboInstanceId(row), instanceIdOf(row['meta/rootUuid']), instanceIdOf(row['meta/deprecatedID'])]
  return {
    submittedAt: instantOf(row['_submission_time']),
    review: (uid && reviewWords[uid.toLowerCase()]) || null,
    ...(first !== null && first !== id ? { first } : {}),
    ...(replaces !== null ? { replaces } : {}),
  }
}

/** The server renames what it keeps, so a file is found by the question that it answers. */
export function koboFiles(row: KoboRow, answers: ReadonlyMap<string, string>): readonly AttachedFile[] {
  const attached = Array.isArray(row['_attachments']) ? row['_attachments'].filter(isKeyed) : []
  return [...answers].map(([path, name]) => {
    const found = attached.find((one) => textOrNull(one['question_xpath']) === path)
    const basename = found && (textOrNull(found['media_file_basename']) ?? textOrNull(found['filename'])?.split('/').at(-1))
    return { name, keptAs: basename ?? null }
  })
}
